/** Answers questions about cron lines without a server: when they fire next, and what they mean. */
@NullMarked
package dev.carillon.cli.cron;

import org.jspecify.annotations.NullMarked;
