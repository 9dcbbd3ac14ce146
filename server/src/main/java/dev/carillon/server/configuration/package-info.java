/** How a server is set up: by flags, the environment, and a file. */
@NullMarked
package dev.carillon.server.configuration;

import org.jspecify.annotations.NullMarked;
