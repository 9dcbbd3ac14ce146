/**
 * Thin help for JDBC: a transaction's SQL, its parameters in order, its rows by name. A statement
 * stands beside the one method that runs it; what differs between the databases is their {@link
 * dev.carillon.store.sql.Dialect}.
 */
@NullMarked
package dev.carillon.store.sql;

import org.jspecify.annotations.NullMarked;
