/**
 * Schedules over the API: what people write becomes a heading and a definition, or a list of what
 * is wrong with it; what the store knows becomes what people read.
 */
@NullMarked
package dev.carillon.server.schedules;

import org.jspecify.annotations.NullMarked;
