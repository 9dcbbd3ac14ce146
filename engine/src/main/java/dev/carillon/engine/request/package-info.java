/** Runs that somebody asks for. */
@NullMarked
package dev.carillon.engine.request;

import org.jspecify.annotations.NullMarked;
