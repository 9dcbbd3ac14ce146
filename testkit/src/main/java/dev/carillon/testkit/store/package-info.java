/**
 * What every store must do: a suite per port, the same for each database, driven by hand with a
 * clock that a test sets. After every transaction an audit recounts what the store keeps.
 */
@NullMarked
package dev.carillon.testkit.store;

import org.jspecify.annotations.NullMarked;
