package dev.carillon.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL of a test's own: the machine's binaries, an own folder, an own port on loopback,
 * fsync on. It ends with this process at the latest, also when the process is killed.
 */
public final class Postgres implements AutoCloseable {

  /** Every connection is trusted and every user is this superuser. */
  public static final String USER = "carillon";

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=200",
          "fsync=on",
          "synchronous_commit=on");

  private static final int PORTS_TRIED = 5;

  private final Keeper keeper;
  private final AtomicInteger databases = new AtomicInteger();
  private int port;
  private long pid;

  private Postgres(Keeper keeper) {
    this.keeper = keeper;
  }

  /** The one server that the tests of this process share; databases keep them apart. */
  public static Postgres shared() {
    return Shared.POSTGRES;
  }

  /**
   * A server of the caller's own.
   *
   * @throws PostgresFailure where PostgreSQL is not installed or does not start
   */
  public static Postgres start() {
    return start(SETTINGS);
  }

  static Postgres start(List<String> settings) {
    var postgres = new Postgres(Keeper.start(Binaries.folder(), settings));
    postgres.startOnSomePort();
    return postgres;
  }

  /** The port on 127.0.0.1; a restarted server keeps it. */
  public synchronized int port() {
    return port;
  }

  /** The process id of the server's first process; the others are its children. */
  public synchronized long pid() {
    return pid;
  }

  /** Where a database of this server is reached, with the user in it and no password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?user=" + USER;
  }

  /** Makes an empty database and answers with its name, which no other call gets. */
  public String createDatabase() {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return name;
    } catch (SQLException e) {
      throw new PostgresFailure("cannot create database " + name + ": " + e.getMessage(), e);
    }
  }

  /** Kills the server and its children with SIGKILL, as a crash would; {@link #restart} follows. */
  public synchronized void kill() {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow(() -> gone(pid));
    List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Shuts the server down in order, keeping folder and port; {@link #restart} follows. */
  public synchronized void shutDown() {
    keeper.down();
  }

  /** Starts a killed or shut down server again on its folder and port, which replays its log. */
  public synchronized void restart() {
    if (ProcessHandle.of(pid).isPresent()) {
      throw new PostgresFailure("PostgreSQL " + pid + " runs: kill() it or shut it down first.");
    }
    pid = keeper.up(port).orElseThrow(this::refused);
  }

  /** Stops the server for good and deletes its folder. */
  public void stop() {
    keeper.end();
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized void startOnSomePort() {
    OptionalLong started = OptionalLong.empty();
    // another process may take the free port before the server does
    for (int i = 0; i < PORTS_TRIED && started.isEmpty(); i++) {
      port = freePort();
      started = keeper.up(port);
    }
    pid = started.orElseThrow(this::refused);
  }

  private PostgresFailure refused() {
    String log = keeper.log();
    keeper.end();
    return new PostgresFailure("PostgreSQL does not start on port " + port + ":\n" + log);
  }

  private static PostgresFailure gone(long pid) {
    return new PostgresFailure("PostgreSQL " + pid + " is not running: restart() it first.");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started when first asked for. */
  private static final class Shared {
    static final Postgres POSTGRES = start();
  }
}
