package dev.carillon.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.SignalStore.Event;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldJsonTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.001Z");

  @Test
  void what_happened_stands_beside_the_context_and_no_number_loses_a_digit() {
    var exact = "{\"n\":0.1234567890123456789,\"m\":12345678901234567890}";
    var event = new Event(new Owner(1, 1), "deployed", "e1", exact);
    var input = new Input("do it", "{\"own\":%s,\"event\":1}".formatted(exact));
    assertThat(ToldJson.beside(input, ToldJson.of(event, AT)))
        .isEqualTo(
            new Input(
                "do it",
                """
                {"own":%s,"event":{"name":"deployed","id":"e1",\
                "published_at":"2026-03-02T09:00:00.001Z","data":%s}}\
                """
                    .formatted(exact, exact)));
  }

  @Test
  void a_run_that_ended_is_told_by_the_words_of_the_api() {
    var schedule = new ScheduleId(new UUID(0, 1));
    var run = new RunId(new UUID(0, 2));
    assertThat(ToldJson.of(schedule, run, RunState.SUCCEEDED, AT))
        .isEqualTo(
            """
            {"after":{"schedule_id":"%s","run_id":"%s","status":"COMPLETED",\
            "completed_at":"2026-03-02T09:00:00.001Z"}}\
            """
                .formatted(schedule, run));
    assertThat(ToldJson.of(schedule, run, RunState.TIMED_OUT, AT)).contains("\"TIMED_OUT\"");
  }
}
