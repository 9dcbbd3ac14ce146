@NullMarked
package dev.carillon.store.sqlite;

import org.jspecify.annotations.NullMarked;
