/**
 * Reads and writes the JSON of the wire: strict where people write, lenient where a client reads.
 */
@NullMarked
package dev.carillon.api.json;

import org.jspecify.annotations.NullMarked;
