/** The packaged product, started and spoken to as its users do. */
@NullMarked
package dev.carillon.acceptance.product;

import org.jspecify.annotations.NullMarked;
