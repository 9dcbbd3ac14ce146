/** The certificate that a server shows, read from PEM files and read again when they change. */
@NullMarked
package dev.carillon.server.tls;

import org.jspecify.annotations.NullMarked;
