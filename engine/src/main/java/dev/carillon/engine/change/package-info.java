/**
 * What people do to schedules: create, edit, pause, resume, delete. Each is a pure rule over the
 * schedule and its clock.
 */
@NullMarked
package dev.carillon.engine.change;

import org.jspecify.annotations.NullMarked;
