/**
 * What people and programs ask of schedules and runs; it sees what its scope allows and changes
 * nothing.
 */
@NullMarked
package dev.carillon.store.read;

import org.jspecify.annotations.NullMarked;
