/** Combines what bounds a run into one answer: start, wait (where), refuse (why). */
@NullMarked
package dev.carillon.core.admission;

import org.jspecify.annotations.NullMarked;
