@NullMarked
package dev.carillon.store.postgres;

import org.jspecify.annotations.NullMarked;
