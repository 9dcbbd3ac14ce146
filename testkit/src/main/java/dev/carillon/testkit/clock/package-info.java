/** Time that a test sets by hand. */
@NullMarked
package dev.carillon.testkit.clock;

import org.jspecify.annotations.NullMarked;
