package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.time.DailyWindow;
import dev.carillon.core.time.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Bounds of every kind, drawn so that they matter within an hour of an instant. */
final class RandomBounds {
  private RandomBounds() {}

  static Bounds around(Instant at, Random random) {
    var bounds = Bounds.NONE.with(jitter(random));
    return random.nextBoolean() ? bounds.with(window(at, random)) : bounds;
  }

  private static ExecutionWindow window(Instant at, Random random) {
    var outsides = Outside.values();
    var opening = at.plusSeconds(random.nextInt(600)).atZone(ZoneOffset.UTC).toLocalTime();
    var length = random.nextInt(4) == 0 ? 1 + random.nextInt(86_000) : 1 + random.nextInt(300);
    return new ExecutionWindow(
        new DailyWindow(opening, opening.plusSeconds(length), ZoneOffset.UTC),
        outsides[random.nextInt(outsides.length)]);
  }

  private static Jitter jitter(Random random) {
    var modes = Jitter.Mode.values();
    return new Jitter(
        Duration.ofMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(20_000)),
        modes[random.nextInt(modes.length)]);
  }
}
