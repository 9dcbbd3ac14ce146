/** What a run cost and which tokens it used, with the provenance of each figure. */
@NullMarked
package dev.carillon.core.money;

import org.jspecify.annotations.NullMarked;
