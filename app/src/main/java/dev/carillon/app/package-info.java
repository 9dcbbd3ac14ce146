/** One runnable jar out of server and cli. */
@NullMarked
package dev.carillon.app;

import org.jspecify.annotations.NullMarked;
