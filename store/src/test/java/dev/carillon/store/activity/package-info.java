@NullMarked
package dev.carillon.store.activity;

import org.jspecify.annotations.NullMarked;
