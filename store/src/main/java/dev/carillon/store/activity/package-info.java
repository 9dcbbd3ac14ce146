/** The activity stream as it is stored. */
@NullMarked
package dev.carillon.store.activity;

import org.jspecify.annotations.NullMarked;
