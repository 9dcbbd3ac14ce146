@NullMarked
package dev.carillon.server.tls;

import org.jspecify.annotations.NullMarked;
