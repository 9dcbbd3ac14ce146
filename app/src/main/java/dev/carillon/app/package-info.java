/**
 * One command, {@code carillon}: the server's own commands and the client's, with the same manners.
 */
@NullMarked
package dev.carillon.app;

import org.jspecify.annotations.NullMarked;
