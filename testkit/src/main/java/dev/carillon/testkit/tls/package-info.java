/** Certificates for tests of TLS. */
@NullMarked
package dev.carillon.testkit.tls;

import org.jspecify.annotations.NullMarked;
