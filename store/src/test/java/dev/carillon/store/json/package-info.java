@NullMarked
package dev.carillon.store.json;

import org.jspecify.annotations.NullMarked;
