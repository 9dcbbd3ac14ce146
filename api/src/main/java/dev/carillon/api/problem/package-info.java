/** What an error looks like on the wire (RFC 9457). */
@NullMarked
package dev.carillon.api.problem;

import org.jspecify.annotations.NullMarked;
