/** What transactions share. */
@NullMarked
package dev.carillon.store.transaction;

import org.jspecify.annotations.NullMarked;
