package dev.carillon.bench.cron;

/** Reads cron lines in its own dialect, and finds their fire instants. */
interface Program {
  Object read(Row row);

  Walk<?> walk(Row row);
}
