/** The append-only stream of what happened, and its subscribers. */
@NullMarked
package dev.carillon.engine.activity;

import org.jspecify.annotations.NullMarked;
