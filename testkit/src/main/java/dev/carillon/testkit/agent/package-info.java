/**
 * A real HTTP agent inside the test's own process. It speaks to raw sockets, so that it can also do
 * what no server library would: drip, break off, flood, and talk nonsense.
 */
@NullMarked
package dev.carillon.testkit.agent;

import org.jspecify.annotations.NullMarked;
