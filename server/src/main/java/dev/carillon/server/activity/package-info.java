/** The activity stream over the API, as it was. */
@NullMarked
package dev.carillon.server.activity;

import org.jspecify.annotations.NullMarked;
