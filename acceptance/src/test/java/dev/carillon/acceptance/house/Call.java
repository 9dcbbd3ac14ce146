package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;

/**
 * A call to look for, also by method reference.
 *
 * @param name what the call is called in a sentence
 * @param owner the declaring type, as a regular expression
 * @param method the method, as a regular expression
 */
record Call(String name, String owner, String method) {

  boolean standsIn(JavaClass type) {
    return type.getCodeUnitAccessesFromSelf().stream()
        .map(JavaCodeUnitAccess::getTarget)
        .anyMatch(this::matches);
  }

  private boolean matches(AccessTarget target) {
    return target.getOwner().getName().matches(owner) && target.getName().matches(method);
  }
}
