@NullMarked
package dev.carillon.store;

import org.jspecify.annotations.NullMarked;
