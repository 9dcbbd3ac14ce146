/** The JSON on the wire, the OpenAPI contract, and a Java client for it. */
@NullMarked
package dev.carillon.api;

import org.jspecify.annotations.NullMarked;
