/** Agents that live in this process, so that a first schedule needs nothing else. */
@NullMarked
package dev.carillon.targets.local;

import org.jspecify.annotations.NullMarked;
