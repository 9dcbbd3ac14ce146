/** Named calendars over the API, and the public holidays that they may be made of. */
@NullMarked
package dev.carillon.server.calendars;

import org.jspecify.annotations.NullMarked;
