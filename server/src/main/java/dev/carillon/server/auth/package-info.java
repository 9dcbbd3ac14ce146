/**
 * Knows whom a request is from: by an API key, or by the session of a browser that was opened with
 * a key or a one-time link. Of every secret only the SHA-256 is kept. Each that is drawn here has
 * at least 128 random bits, so that no slower hash is needed (OWASP ASVS 5.0, 6.5.2); of the one
 * that an operator chooses only the length is known, and that it is random is asked of them.
 */
@NullMarked
package dev.carillon.server.auth;

import org.jspecify.annotations.NullMarked;
