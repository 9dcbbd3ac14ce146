@NullMarked
package dev.carillon.server;

import org.jspecify.annotations.NullMarked;
