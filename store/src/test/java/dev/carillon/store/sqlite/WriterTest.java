package dev.carillon.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.engine.store.StoreException;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.sql.Transactions.Work;
import dev.carillon.testkit.store.Trial;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class WriterTest {
  @TempDir private Path folder;
  private Connection writing;
  private Connection beside;
  private Writer writer;

  @BeforeEach
  void open() throws SQLException {
    var url = "jdbc:sqlite:" + folder.resolve("t.db");
    writing = DriverManager.getConnection(url);
    run(writing, "PRAGMA journal_mode = WAL");
    run(writing, "CREATE TABLE note (text TEXT PRIMARY KEY)");
    beside = DriverManager.getConnection(url);
    writer = new Writer(writing, new Sql(writing, new SqliteDialect(), sql -> Trial.START));
  }

  @AfterEach
  void close() throws SQLException {
    writer.close();
    beside.close();
    writing.close();
  }

  @Test
  void what_is_answered_is_committed() throws SQLException {
    assertThat(writer.write(Lane.PEOPLE, noting("one"))).isEqualTo("one");
    assertThat(notes()).containsExactly("one");
  }

  @Test
  void a_work_that_fails_leaves_the_others_of_its_group_alone() throws Exception {
    var group =
        together(
            noting("one"),
            sql -> {
              noting("two").on(sql);
              throw new IllegalStateException("no");
            },
            noting("three"));
    assertThat(group.get(0).join()).isEqualTo("one");
    assertThatThrownBy(group.get(1)::join).hasCause(new IllegalStateException("no"));
    assertThat(group.get(2).join()).isEqualTo("three");
    assertThat(notes()).containsExactly("one", "three");
  }

  @Test
  void a_statement_that_fails_leaves_the_others_of_its_group_alone() throws Exception {
    var group = together(noting("one"), noting("one"), noting("two"));
    assertThat(group.get(0).join()).isEqualTo("one");
    assertThatThrownBy(group.get(1)::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("UNIQUE");
    assertThat(group.get(2).join()).isEqualTo("two");
    assertThat(notes()).containsExactly("one", "two");
  }

  @Test
  void an_error_that_ends_the_whole_transaction_makes_each_work_run_again_alone() throws Exception {
    run(
        writing,
        """
        CREATE TRIGGER full BEFORE INSERT ON note WHEN NEW.text = 'bad'
        BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END
        """);
    var undone = new AtomicInteger();
    writer.whenUndone(undone::incrementAndGet);
    var runs = new AtomicInteger();
    Work<String> counted =
        sql -> {
          runs.incrementAndGet();
          return noting("one").on(sql);
        };
    var group = together(counted, noting("bad"), noting("two"));
    assertThat(group.get(0).join()).isEqualTo("one");
    assertThatThrownBy(group.get(1)::join).hasMessageContaining("the disk is full");
    assertThat(group.get(2).join()).isEqualTo("two");
    assertThat(notes()).containsExactly("one", "two");
    assertThat(runs).hasValue(2);
    assertThat(undone.get()).isPositive();
    assertThat(writer.write(Lane.PEOPLE, noting("three"))).isEqualTo("three");
  }

  @Test
  void the_writer_outlives_what_nobody_foresaw() throws Exception {
    run(
        writing,
        """
        CREATE TRIGGER full BEFORE INSERT ON note WHEN NEW.text = 'bad'
        BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END
        """);
    var heard = new AtomicInteger();
    writer.whenUndone(() -> {
      if (heard.incrementAndGet() == 1) {
        throw new StackOverflowError();
      }
    });
    assertThatThrownBy(() -> writer.write(Lane.PEOPLE, noting("bad")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("StackOverflowError");
    assertThat(writer.write(Lane.PEOPLE, noting("one"))).isEqualTo("one");
    assertThat(notes()).containsExactly("one");
  }

  @Test
  void after_an_error_that_ends_the_transaction_nothing_is_committed_by_itself() throws Exception {
    run(
        writing,
        """
        CREATE TRIGGER full BEFORE INSERT ON note WHEN NEW.text = 'bad'
        BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END
        """);
    var group =
        together(
            noting("one"),
            sql -> {
              noting("two").on(sql);
              noting("bad").on(sql);
              return "bad";
            });
    group.get(0).join();
    assertThatThrownBy(group.get(1)::join).hasMessageContaining("the disk is full");
    assertThat(notes()).containsExactly("one");
  }

  @Test
  void a_full_disk_is_told_as_one_that_may_pass_and_does() throws SQLException {
    run(writing, "PRAGMA max_page_count = 10");
    assertThatThrownBy(() -> writer.write(Lane.PEOPLE, noting("x".repeat(100_000))))
        .isInstanceOf(StoreException.Away.class)
        .hasMessageContaining("full");
    assertThat(notes()).isEmpty();
    run(writing, "PRAGMA max_page_count = 10000");
    writer.write(Lane.PEOPLE, noting("x".repeat(100_000)));
    assertThat(notes()).hasSize(1);
  }

  @Test
  void nobody_is_answered_before_the_commit_of_the_group() throws Exception {
    var reached = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var group =
        together(
            noting("one"),
            sql -> {
              reached.countDown();
              await(goOn);
              return "two";
            });
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> group.get(0).get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(notes()).isEmpty();
    goOn.countDown();
    group.forEach(CompletableFuture::join);
    assertThat(notes()).containsExactly("one");
  }

  @Test
  void what_is_urgent_goes_first_and_among_equals_what_came_first() throws Exception {
    var order = new ArrayList<String>();
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var first = blocking(begun, goOn);
    var waiting = new ArrayList<CompletableFuture<String>>();
    for (var lane : List.of(Lane.CHORES, Lane.PEOPLE, Lane.SETTLE, Lane.PLAN, Lane.SETTLE)) {
      waiting.add(queued(waiting.size() + 1, lane, order));
    }
    goOn.countDown();
    first.join();
    waiting.forEach(CompletableFuture::join);
    assertThat(order).containsExactly("PLAN 4", "SETTLE 3", "SETTLE 5", "PEOPLE 2", "CHORES 1");
  }

  @Test
  void many_threads_write_and_every_write_is_there_once() throws Exception {
    var writes = new ArrayList<CompletableFuture<String>>();
    for (var i = 0; i < 500; i++) {
      writes.add(async(i % 2 == 0 ? Lane.PLAN : Lane.CHORES, noting("note " + i)));
    }
    writes.forEach(CompletableFuture::join);
    assertThat(notes()).hasSize(500);
  }

  @Test
  void a_closed_writer_turns_work_away() {
    writer.close();
    assertThatThrownBy(() -> writer.write(Lane.PEOPLE, noting("late")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void whoever_writes_while_it_closes_is_answered_or_turned_away_and_never_left_waiting()
      throws Exception {
    var answered = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 8; i++) {
      var name = "t" + i + " ";
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  for (var n = 0; ; n++) {
                    writer.write(Lane.PEOPLE, noting(name + n));
                    answered.incrementAndGet();
                  }
                } catch (StoreException closed) {
                  return;
                }
              }));
    }
    writer.write(Lane.PEOPLE, noting("here"));
    writer.close();
    for (var thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(notes()).hasSize(answered.get() + 1);
  }

  /** Queues these works while the writer is busy, so that they become one group. */
  @SafeVarargs
  private List<CompletableFuture<String>> together(Work<String>... works) throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var first = blocking(begun, goOn);
    var group = new ArrayList<CompletableFuture<String>>();
    for (var work : works) {
      group.add(arrived(Lane.PEOPLE, work));
    }
    goOn.countDown();
    first.join();
    return group;
  }

  private CompletableFuture<String> blocking(CountDownLatch begun, CountDownLatch goOn)
      throws InterruptedException {
    var first =
        async(
            Lane.PLAN,
            sql -> {
              begun.countDown();
              await(goOn);
              return "first";
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    return first;
  }

  private CompletableFuture<String> queued(int number, Lane lane, List<String> order) {
    return arrived(
        lane,
        sql -> {
          order.add(lane + " " + number);
          return "done";
        });
  }

  /** Returns when the work stands in the queue of the writer, which is busy. */
  private CompletableFuture<String> arrived(Lane lane, Work<String> work) {
    var before = writer.waiting();
    var future = async(lane, work);
    while (writer.waiting() == before) {
      Thread.onSpinWait();
    }
    return future;
  }

  private CompletableFuture<String> async(Lane lane, Work<String> work) {
    var future = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            future.complete(writer.write(lane, work));
          } catch (RuntimeException failure) {
            future.completeExceptionally(failure);
          }
        });
    return future;
  }

  private static Work<String> noting(String text) {
    return sql -> {
      sql.of("INSERT INTO note (text) VALUES (?)").text(text).update();
      return text;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> notes() throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = beside.createStatement();
        var rows = statement.executeQuery("SELECT text FROM note ORDER BY rowid")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void run(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
