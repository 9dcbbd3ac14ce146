/** What every target and every caller must do, whatever stands behind it. */
@NullMarked
package dev.carillon.testkit.target;

import org.jspecify.annotations.NullMarked;
