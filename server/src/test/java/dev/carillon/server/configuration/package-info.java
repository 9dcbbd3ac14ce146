@NullMarked
package dev.carillon.server.configuration;

import org.jspecify.annotations.NullMarked;
