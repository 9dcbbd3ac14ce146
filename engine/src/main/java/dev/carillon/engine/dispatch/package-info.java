/** Begins an attempt and hands it to its caller; what comes back goes to settle. */
@NullMarked
package dev.carillon.engine.dispatch;

import org.jspecify.annotations.NullMarked;
