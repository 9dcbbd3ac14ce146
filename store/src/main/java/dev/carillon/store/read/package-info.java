/**
 * What people and programs ask about schedules and runs.
 *
 * <p>A list is read in two steps within one transaction: the ids of the page from an index that
 * holds all that the list filters by, then the rows of these ids. A total is counted from the same
 * index, up to a bound.
 *
 * <p>Each index is led by whose the rows are: a schedule, an owner, a tenant. The statements say
 * {@code tenant_no IN (?, ?) ... ORDER BY tenant_no, run_id} with the same number twice where one
 * would say {@code tenant_no = ? ... ORDER BY run_id}: PostgreSQL's plans are generic, and with the
 * plain text it walked the primary key through everybody's runs to find the few of one tenant (32
 * ms in 200,000 lines instead of 0.2; it grows with the table). The other columns carry a plus sign
 * ({@code +tenant_no = ?}), which keeps SQLite from preferring a worse index for them.
 */
@NullMarked
package dev.carillon.store.read;

import org.jspecify.annotations.NullMarked;
