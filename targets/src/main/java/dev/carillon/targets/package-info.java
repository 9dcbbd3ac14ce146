/** Does the work: HTTP agents and local handlers. */
@NullMarked
package dev.carillon.targets;

import org.jspecify.annotations.NullMarked;
