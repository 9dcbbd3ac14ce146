/** The two commands of the repository, carillon and verify, as a shell runs them. */
@NullMarked
package dev.carillon.acceptance.launch;

import org.jspecify.annotations.NullMarked;
