/** What should happen, and when: pure rules, no I/O, no clock. */
@NullMarked
package dev.carillon.core;

import org.jspecify.annotations.NullMarked;
