/** The web application out of the jar, under /app/. */
@NullMarked
package dev.carillon.server.pages;

import org.jspecify.annotations.NullMarked;
