package dev.carillon.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.ScheduleStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatekeeperTest {
  @ParameterizedTest(name = "{0} under {1}, live {2}, waiting {3}, room {4}: {5}")
  @CsvSource({
    "SCHEDULE, SKIP,  0, 0, true,  Start[]",
    "SCHEDULE, SKIP,  0, 0, false, Wait[on=ANY_NODE]",
    "SCHEDULE, SKIP,  1, 0, true,  Refuse[reason=OVERLAP]",
    "SCHEDULE, SKIP,  0, 1, true,  Refuse[reason=OVERLAP]",
    "CATCHUP,  SKIP,  0, 0, true,  Start[]",
    "CATCHUP,  SKIP,  1, 0, true,  Wait[on=OWN_CLOCK]",
    "CATCHUP,  SKIP,  0, 2, true,  Wait[on=OWN_CLOCK]",
    "MANUAL,   SKIP,  1, 0, true,  Refuse[reason=OVERLAP]",
    "SCHEDULE, ALLOW, 9, 0, true,  Start[]",
    "SCHEDULE, ALLOW, 9, 0, false, Wait[on=ANY_NODE]"
  })
  void on_creation(
      TriggerKind kind,
      OverlapPolicy overlap,
      int live,
      int waiting,
      boolean room,
      String expected) {
    var bounds = new Gatekeeper.Bounds(overlap, live, waiting, room);
    assertThat(Gatekeeper.onCreation(kind, bounds)).hasToString(expected);
  }

  @ParameterizedTest(name = "{0} of a schedule that is {1}: {2}")
  @CsvSource({
    "SCHEDULE, ACTIVE,      Start[]",
    "SCHEDULE, ENDED,       Start[]",
    "SCHEDULE, PAUSED,      Wait[on=RESUME]",
    "CATCHUP,  QUARANTINED, Wait[on=RESUME]",
    "MANUAL,   PAUSED,      Start[]",
    "MANUAL,   DELETED,     Refuse[reason=SCHEDULE_DELETED]"
  })
  void on_its_turn(TriggerKind kind, ScheduleStatus status, String expected) {
    assertThat(Gatekeeper.onTurn(kind, status)).hasToString(expected);
  }

  @ParameterizedTest(name = "{0} with {1} live: {2}")
  @CsvSource({"SKIP, 0, true", "SKIP, 1, false", "ALLOW, 7, true"})
  void a_place_is_free(OverlapPolicy overlap, int live, boolean free) {
    assertThat(Gatekeeper.placeFree(overlap, live)).isEqualTo(free);
  }
}
