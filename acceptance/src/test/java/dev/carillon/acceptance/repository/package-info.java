/** The repository as its files stand, for rules about all of it. */
@NullMarked
package dev.carillon.acceptance.repository;

import org.jspecify.annotations.NullMarked;
