/**
 * What the cron engine costs: nanoseconds for the next fire, for reading a line, for a count. To
 * measure: {@code mvn -q -P jmh -Djmh.what=CronBench -pl bench -am process-classes}.
 */
@NullMarked
package dev.carillon.bench.cron;

import org.jspecify.annotations.NullMarked;
