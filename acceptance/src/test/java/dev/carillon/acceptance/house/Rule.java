package dev.carillon.acceptance.house;

import java.util.List;
import java.util.function.Function;

/**
 * One rule of the house.
 *
 * @param name names the rule and the folder of its bad example
 * @param asks what the rule asks, as a sentence
 * @param broken what in some code breaks the rule, one sentence each
 */
record Rule(String name, String asks, Function<Code, List<String>> broken) {

  List<String> brokenBy(Code code) {
    return broken.apply(code);
  }
}
