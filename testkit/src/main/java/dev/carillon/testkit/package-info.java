/**
 * Contract suites, a real PostgreSQL starter, a fake agent, an independent cron oracle (test scope
 * only).
 */
@NullMarked
package dev.carillon.testkit;

import org.jspecify.annotations.NullMarked;
