/** Activities on the wire, each a CloudEvent. */
@NullMarked
package dev.carillon.api.activity;

import org.jspecify.annotations.NullMarked;
