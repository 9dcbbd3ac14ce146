package dev.carillon.acceptance.crash;

import static dev.carillon.acceptance.crash.Promise.Catchup.FIRE_IMMEDIATELY;
import static dev.carillon.acceptance.crash.Promise.Catchup.LAST;
import static dev.carillon.acceptance.crash.Promise.Overlap.ALLOW;
import static dev.carillon.acceptance.crash.Promise.Overlap.SKIP;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One server under siege: schedules that are due each second, a hand on SIGKILL, and a watch. One
 * thread uses it.
 */
final class Siege implements AutoCloseable {
  private static final String KEY = "the key of the test that kills a server";

  /** The kill before which one schedule is deleted. */
  private static final int DELETING = 11;

  /** How often a schedule is paused at the end until nothing of it waits. */
  private static final int TRIES = 5;

  private final Ground ground;
  private final Random random;
  private final Spawned agent;
  private final List<Besieged> schedules = new ArrayList<>();
  private final List<Down> downs = new ArrayList<>();
  private final Besieged paused;
  private final Besieged deleted;
  private Spawned server;

  Siege(Ground ground, Random random) {
    this.ground = ground;
    this.random = random;
    agent = Spawned.agent(ground.log(), ground.ledger(), Downs.CALL);
    server = start();
    rest().send("PUT", "/api/v1/agents/clerk", "{\"url\": \"%s\"}".formatted(agent.address()));
    create("last with allow", new Promise.Terms(LAST, ALLOW));
    create("fire_immediately with allow", new Promise.Terms(FIRE_IMMEDIATELY, ALLOW));
    create("last with skip", new Promise.Terms(LAST, SKIP));
    create("fire_immediately with skip", new Promise.Terms(FIRE_IMMEDIATELY, SKIP));
    paused = create("paused and resumed", new Promise.Terms(FIRE_IMMEDIATELY, ALLOW));
    deleted = create("deleted", new Promise.Terms(FIRE_IMMEDIATELY, ALLOW));
  }

  /**
   * Lets it run for a while, kills it, and starts it again. Of twenty kills ten fall near a due
   * second, of which every second one leaves it down for 12 to 20 s; seven into a call, three of
   * them just after a pause or delete; three anywhere.
   */
  void killOnce(int number) {
    if (number % 2 == 0) {
      Wait.until(nearASecond());
    } else if (number % 4 == 1 || number % 8 == 3) {
      killDuringACall(number);
    } else {
      Wait.until(anyTime());
    }
    var killed = Instant.now();
    server.kill();
    if (number % 4 == 0) {
      Wait.until(killed.plusMillis(12_000 + random.nextInt(8_000)));
    }
    var restarted = Instant.now();
    server = start();
    var ready = Instant.now();
    downs.add(new Down(killed, restarted, ready));
    if (number % 4 == 0) {
      // What was missed is caught up before the next kill, or nobody could say by which of both.
      Wait.until(ready.plus(Downs.PROMPT));
    }
    if (paused.standsStill()) {
      paused.resume(rest());
    }
  }

  /** Ends the schedules. */
  void settle() {
    schedules.stream().filter(schedule -> !schedule.standsStill()).forEach(this::end);
  }

  Downs downs() {
    return new Downs(downs, ground.lease());
  }

  /** What each schedule promised until it was halted for good. */
  List<Promise> promises() {
    return schedules.stream().map(schedule -> schedule.promise(downs())).toList();
  }

  /** Stops the server in peace; answers its exit code. */
  int stop() {
    return server.terminate();
  }

  @Override
  public void close() {
    server.close();
    agent.close();
  }

  private Rest rest() {
    return new Rest(server.address(), KEY);
  }

  private Spawned start() {
    return Spawned.server(ground.log(), Map.of("CARILLON_ADMIN_KEY", KEY), ground.arguments());
  }

  /** A run that a pause caught before its call waits for the end of the pause: then once more. */
  private void end(Besieged schedule) {
    for (var left = TRIES; ; left--) {
      Wait.until(
          Downs.PROMPT, () -> isAmidASecond() && schedule.rests(ground.lines(), thisSecond()));
      schedule.pause(rest());
      if (Wait.until(Downs.PROMPT, () -> schedule.rests(ground.lines(), Instant.EPOCH))
          || left == 1) {
        return;
      }
      schedule.resume(rest());
    }
  }

  private Besieged create(String name, Promise.Terms terms) {
    var schedule = Besieged.create(rest(), name, terms);
    schedules.add(schedule);
    return schedule;
  }

  /** Waits for 20 to 280 ms after a second, with people's deeds done first in every other case. */
  private void killDuringACall(int number) {
    var second = second();
    var kill = second.plusMillis(20 + random.nextInt(261));
    if (number % 8 == 3) {
      halt(number == DELETING ? deleted : paused, second, number == DELETING);
    }
    Wait.until(kill);
  }

  /** Halts a schedule once its call of that second has reached the agent. */
  private void halt(Besieged schedule, Instant second, boolean forGood) {
    Wait.until(second);
    Wait.until(Duration.ofSeconds(1), () -> schedule.wasCalled(ground.calls(), second));
    if (forGood) {
      schedule.delete(rest());
    } else {
      schedule.pause(rest());
    }
  }

  /** Within 100 ms of a full second that is one to three seconds away. */
  private Instant nearASecond() {
    return second().plusMillis(random.nextInt(201) - 100);
  }

  private Instant second() {
    return thisSecond().plusSeconds(2 + random.nextInt(2));
  }

  private Instant anyTime() {
    return Instant.now().plusMillis(200 + random.nextInt(2_800));
  }

  private static Instant thisSecond() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Far enough from the next second for a request. */
  private static boolean isAmidASecond() {
    var millis = Instant.now().get(ChronoField.MILLI_OF_SECOND);
    return millis >= 300 && millis < 700;
  }
}
