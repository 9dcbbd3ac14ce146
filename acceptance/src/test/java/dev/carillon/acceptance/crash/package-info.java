/**
 * Kills the server again and again while one-second schedules run, and judges what is left by what
 * the agent wrote to its disk before it answered, by the ledger, and by an independent oracle.
 */
@NullMarked
package dev.carillon.acceptance.crash;

import org.jspecify.annotations.NullMarked;
