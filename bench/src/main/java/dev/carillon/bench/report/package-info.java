/** How figures are shown, and what they were measured on. */
@NullMarked
package dev.carillon.bench.report;

import org.jspecify.annotations.NullMarked;
