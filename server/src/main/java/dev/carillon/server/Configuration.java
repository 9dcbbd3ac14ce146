package dev.carillon.server;

import dev.carillon.store.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server is set up.
 *
 * @param data the folder of the embedded store, used when there is no database
 * @param database the PostgreSQL of a cluster
 * @param adminKey the first administrator's key in place of a generated one
 * @param agents how agents are found
 * @param limits what one user and one node may have
 */
public record Configuration(
    String bind,
    int port,
    Path data,
    Optional<PostgresSettings> database,
    Optional<String> adminKey,
    Agents agents,
    Limits limits) {
  /**
   * How agents are found.
   *
   * @param urlTemplate where an agent without a URL of its own lives; {@code {name}} is its name
   * @param standard whom a schedule without a target calls
   */
  public record Agents(String urlTemplate, String standard) {}

  /**
   * What one user and one node may have.
   *
   * @param schedulesPerUser of a member; administrators have no such limit
   * @param concurrentRuns calls that a node makes at once
   * @param lease after which a silent node is taken for dead
   */
  public record Limits(int schedulesPerUser, int concurrentRuns, Duration lease) {}

  /** Whether only this machine reaches the server. */
  public boolean onLoopback() {
    return bind.equals("localhost") || bind.equals("::1") || bind.startsWith("127.");
  }
}
