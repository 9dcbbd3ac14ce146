package dev.carillon.engine.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user is in the installation; each role may also do what the ones before it may. */
public enum Role {
  /** Works with what is their own. */
  MEMBER(1),
  /** Sees and changes everything of their tenant, and looks after its users and keys. */
  ADMIN(2),
  /** Runs the installation: makes tenants and looks after the users of all. */
  OPERATOR(3);

  private final int code;

  Role(int code) {
    this.code = code;
  }

  /** What the store keeps. */
  public int code() {
    return code;
  }

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role that is called so on the wire. */
  public static Optional<Role> named(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** The role that the store keeps under this code. */
  public static Role of(int code) {
    return Arrays.stream(values())
        .filter(role -> role.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no role has the code " + code));
  }
}
