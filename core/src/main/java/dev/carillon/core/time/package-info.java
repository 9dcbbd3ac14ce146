/**
 * Time as plain arithmetic: intervals counted from an anchor, on elapsed seconds and without a
 * zone.
 */
@NullMarked
package dev.carillon.core.time;

import org.jspecify.annotations.NullMarked;
