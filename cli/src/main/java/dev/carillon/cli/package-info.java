/** The command line: knows the API, and core for what needs no server. */
@NullMarked
package dev.carillon.cli;

import org.jspecify.annotations.NullMarked;
