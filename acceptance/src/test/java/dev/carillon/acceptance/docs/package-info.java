/** The papers of the repository, held to what they say. */
@NullMarked
package dev.carillon.acceptance.docs;

import org.jspecify.annotations.NullMarked;
