/**
 * The rules of the house. Each is applied twice: to the code of all modules, where it must find
 * nothing, and to a bad example under {@code src/test/resources/bad}, which it must refuse. A rule
 * that was weakened fails on its example.
 */
@NullMarked
package dev.carillon.acceptance.house;

import org.jspecify.annotations.NullMarked;
