package dev.carillon.store.sqlite;

import dev.carillon.engine.store.StoreException;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.sql.Transactions.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread that writes. Any thread queues work and waits for its commit; what is queued while
 * the thread is busy becomes the next group. Only the thread touches the connection.
 */
final class Writer implements AutoCloseable {
  /** Works of one group; more would make the first of them wait too long for the commit. */
  private static final int GROUP = 64;

  private static final long IDLE_MILLIS = 200;

  private final Connection connection;
  private final Sql sql;
  private final PriorityBlockingQueue<Job<?>> queue = new PriorityBlockingQueue<>();
  private final AtomicLong arrivals = new AtomicLong();
  private final Thread thread;
  private volatile Runnable whenUndone = () -> {};
  private volatile boolean closed;
  private volatile boolean ended;

  Writer(Connection connection, Sql sql) {
    this.connection = connection;
    this.sql = sql;
    thread = Thread.ofPlatform().name("carillon-writer").daemon(true).unstarted(this::run);
    thread.start();
  }

  /** Runs the work in a transaction and returns when it is durable. */
  <T> T write(Lane lane, Work<T> work) {
    if (closed) {
      throw new StoreException("the store is closed");
    }
    var job = new Job<>(lane, arrivals.incrementAndGet(), work, new CompletableFuture<T>());
    queue.add(job);
    if (ended) {
      turnAway();
    }
    try {
      return job.done.join();
    } catch (CompletionException failure) {
      throw SqliteFailures.unchecked(Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  /** How many works stand in the queue. */
  int waiting() {
    return queue.size();
  }

  void whenUndone(Runnable listener) {
    whenUndone = listener;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      try {
        var first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          commitWhatever(group(first));
        }
      } catch (InterruptedException e) {
        // Nobody interrupts this thread on purpose, and it must outlive whoever does.
        closed = true;
      }
    }
    ended = true;
    turnAway();
  }

  /** What came after the last group would wait for ever. */
  private void turnAway() {
    for (var late = queue.poll(); late != null; late = queue.poll()) {
      late.done.completeExceptionally(new StoreException("the store is closed"));
    }
  }

  private List<Job<?>> group(Job<?> first) {
    var group = new ArrayList<Job<?>>();
    group.add(first);
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
      if (group.size() == GROUP) {
        break;
      }
    }
    return group;
  }

  /** Nothing that a group throws may end this thread, for whom everybody else waits. */
  private void commitWhatever(List<Job<?>> group) {
    try {
      commit(group);
    } catch (RuntimeException | Error unforeseen) {
      abandon();
      whenUndone.run();
      group.forEach(job -> job.done.completeExceptionally(unforeseen));
    }
  }

  private void commit(List<Job<?>> group) {
    try {
      execute("BEGIN IMMEDIATE");
      for (var job : group) {
        job.run();
      }
      execute("COMMIT");
    } catch (SQLException gone) {
      abandon();
      whenUndone.run();
      if (group.size() == 1) {
        group.getFirst().fail(gone);
      } else {
        group.forEach(job -> commit(List.of(job)));
      }
      return;
    }
    group.forEach(Job::answer);
  }

  /** Ends a transaction that may have ended already. */
  private void abandon() {
    try {
      execute("ROLLBACK");
    } catch (SQLException alreadyGone) {
      // "no transaction is active": the error that brought us here has rolled it back.
      return;
    }
  }

  private void execute(String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** Work that waits for its turn. Touched by the writer's thread once it has left the queue. */
  private final class Job<T> implements Comparable<Job<?>> {
    private final Lane lane;
    private final long arrival;
    private final Work<T> work;
    private final CompletableFuture<T> done;
    private Runnable answer = () -> {};
    private Optional<Throwable> failure = Optional.empty();

    Job(Lane lane, long arrival, Work<T> work, CompletableFuture<T> done) {
      this.lane = lane;
      this.arrival = arrival;
      this.work = work;
      this.done = done;
    }

    /** Runs within the group; throws only when the transaction itself is gone. */
    void run() throws SQLException {
      failure = Optional.empty();
      execute("SAVEPOINT work");
      try {
        var result = work.on(sql);
        execute("RELEASE work");
        answer = () -> done.complete(result);
      } catch (SQLException | RuntimeException | Error thrown) {
        failure = Optional.of(thrown);
        // Fails with "no such savepoint" when the error has ended the whole transaction.
        execute("ROLLBACK TO work");
        execute("RELEASE work");
        answer = () -> done.completeExceptionally(thrown);
      }
    }

    /** Answers that it failed: with its own error if it had one, else with that of the commit. */
    void fail(SQLException gone) {
      done.completeExceptionally(failure.orElse(gone));
    }

    void answer() {
      answer.run();
    }

    @Override
    public int compareTo(Job<?> other) {
      var byLane = lane.compareTo(other.lane);
      return byLane != 0 ? byLane : Long.compare(arrival, other.arrival);
    }
  }
}
