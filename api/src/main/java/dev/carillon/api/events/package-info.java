/** Published events on the wire. */
@NullMarked
package dev.carillon.api.events;

import org.jspecify.annotations.NullMarked;
