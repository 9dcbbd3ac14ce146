/** What the cron engine costs beside those of others: for the next fire, and for reading a line. */
@NullMarked
package dev.carillon.bench.cron;

import org.jspecify.annotations.NullMarked;
