package dev.carillon.server.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.schedules.RandomDrafts.Beginning;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the preview of an unsaved schedule shows, each next run that is stored once it is saved, and
 * the nominal times that its agent receives are the same instants. The seed is printed and can be
 * set with {@code -Dpreview.seed}; {@code -Dpreview.beginnings} makes it longer.
 */
class PreviewHoldsTest {
  private static final int BEGINNINGS = Integer.getInteger("preview.beginnings", 6);
  private static final int SCHEDULES = 8;
  private static final int SHOWN = 4;
  private static final int MOST = 100;

  /** What is due later than that is stored, but nobody waits for it. */
  private static final Duration WATCHED = Duration.ofDays(400);

  private final long seed = Long.getLong("preview.seed", Instant.now().toEpochMilli());
  private final RandomDrafts drafts = new RandomDrafts(seed);
  private int saved;
  private int refused;
  private int called;

  @Test
  void what_is_previewed_is_stored_and_then_called(@TempDir Path folder)
      throws InterruptedException {
    try (var driven = new DrivenEngine(folder)) {
      for (var i = 0; i < BEGINNINGS; i++) {
        goThrough(drafts.beginning(), driven);
      }
      var report =
          "preview: %d schedules and %d that never fire, %d calls, -Dpreview.seed=%d%n"
              .formatted(saved, refused, called, seed);
      System.out.print(report);
      assertThat(driven.calls()).as(report).isEqualTo(called);
      assertThat(called).as(report).isGreaterThan(BEGINNINGS * SCHEDULES);
    }
  }

  private void goThrough(Beginning beginning, DrivenEngine driven) throws InterruptedException {
    driven.tickAt(beginning.at());
    drafts.calendars(beginning).forEach(driven::name);
    var promises = new HashMap<ScheduleId, HeldPromise>();
    for (var i = 0; i < SCHEDULES; i++) {
      promise(drafts.draft(beginning), driven)
          .ifPresent(promise -> promises.put(promise.schedule(), promise));
    }
    saved += promises.size();
    var end = beginning.at().plus(WATCHED);
    var next = next(promises.values(), end);
    while (next.isPresent()) {
      driven.tickAt(next.get().minusMillis(1));
      assertThat(driven.calls())
          .as("calls before %s, -Dpreview.seed=%d", next, seed)
          .isEqualTo(called);
      driven.tickAt(next.get());
      callAll(promises, next.get(), driven);
      next = next(promises.values(), end);
    }
    promises.keySet().forEach(driven::delete);
  }

  /** Previews and saves; what one of them refuses, so does the other. */
  private Optional<HeldPromise> promise(String text, DrivenEngine driven) {
    var draft = read(text);
    var now = driven.now();
    List<Preview.Next> shown;
    try {
      shown = preview(draft, driven, Optional.empty());
    } catch (Refusal neverFires) {
      assertThatThrownBy(() -> driven.drafting().create(draft, now, driven.sight()))
          .as(about(text))
          .isInstanceOf(Refusal.class);
      refused++;
      return Optional.empty();
    }
    var schedule = driven.save(driven.drafting().create(draft, now, driven.sight()));
    var named = preview(draft, driven, Optional.of(schedule.toString()));
    assertSame(shown, named, text);
    var promise = new HeldPromise(schedule, text, named, SHOWN);
    assertThat(driven.nextRunAt(schedule)).as(about(text)).isEqualTo(promise.next());
    if (promise.isCut(MOST)) {
      driven.delete(schedule);
      return Optional.empty();
    }
    return Optional.of(promise);
  }

  private static List<Preview.Next> preview(
      ScheduleDraft draft, DrivenEngine driven, Optional<String> schedule) {
    var request = new PreviewRequest(draft, Optional.of(MOST), Optional.empty(), schedule);
    return Previewing.preview(request, driven.now(), driven.drafting(), driven.sight()).next();
  }

  /** With its id a schedule has the same occurrences, and each starts where it might. */
  private void assertSame(List<Preview.Next> unnamed, List<Preview.Next> named, String text) {
    assertThat(named)
        .as(about(text))
        .extracting(Preview.Next::at)
        .isEqualTo(unnamed.stream().map(Preview.Next::at).toList());
    for (var next : named) {
      assertThat(next.desiredAt().orElseThrow())
          .as(about(text))
          .isBetween(next.earliestAt(), next.latestAt());
    }
  }

  /** Each schedule that is due now is called for these instants, and the next one is stored. */
  private void callAll(Map<ScheduleId, HeldPromise> promises, Instant now, DrivenEngine driven)
      throws InterruptedException {
    var due = new HashMap<ScheduleId, List<Instant>>();
    promises.forEach((schedule, promise) -> due.put(schedule, promise.dueAt(now)));
    var calls = due.values().stream().mapToInt(List::size).sum();
    var heard = new HashMap<ScheduleId, List<Instant>>();
    for (var i = 0; i < calls; i++) {
      var call = driven.heard();
      heard.computeIfAbsent(call.schedule(), _ -> new ArrayList<>()).add(call.nominal());
      called++;
    }
    for (var promise : List.copyOf(promises.values())) {
      var expected = due.getOrDefault(promise.schedule(), List.of());
      assertThat(heard.getOrDefault(promise.schedule(), List.of()))
          .as(about(promise))
          .containsExactlyInAnyOrderElementsOf(expected);
      promise.keep(expected.size());
      assertStored(promise, driven);
      if (promise.isOver()) {
        driven.delete(promise.schedule());
        promises.remove(promise.schedule());
      }
    }
  }

  /** What a calendar has moved is a run already, which waits for its time. */
  private void assertStored(HeldPromise promise, DrivenEngine driven) {
    if (promise.isInLine()) {
      assertThat(driven.nextRunAt(promise.schedule())).as(about(promise)).isEqualTo(promise.next());
    }
  }

  /** The next instant to wait for; the last that a preview shows is only stored. */
  private static Optional<Instant> next(Collection<HeldPromise> promises, Instant end) {
    return promises.stream()
        .flatMap(promise -> promise.desired().stream())
        .min(Comparator.naturalOrder())
        .filter(next -> next.isBefore(end));
  }

  private String about(Object what) {
    return what + ", -Dpreview.seed=" + seed;
  }

  private static ScheduleDraft read(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var tree = ((Understood<ObjectNode>) WireJson.object(bytes)).value();
    return ((Understood<ScheduleDraft>) WireJson.bind(tree, ScheduleDraft.class)).value();
  }
}
