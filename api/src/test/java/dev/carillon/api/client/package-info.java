@NullMarked
package dev.carillon.api.client;

import org.jspecify.annotations.NullMarked;
