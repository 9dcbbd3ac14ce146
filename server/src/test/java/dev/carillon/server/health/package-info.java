@NullMarked
package dev.carillon.server.health;

import org.jspecify.annotations.NullMarked;
