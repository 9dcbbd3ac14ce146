/**
 * A second, slow opinion on when a cron line fires. It steps over java.time and shares no code with
 * the engine in core, so that the two can only agree by both being right.
 */
@NullMarked
package dev.carillon.testkit.oracle;

import org.jspecify.annotations.NullMarked;
