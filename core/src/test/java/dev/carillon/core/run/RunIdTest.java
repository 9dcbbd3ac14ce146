package dev.carillon.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.ScheduleId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RunIdTest {
  private static final ScheduleId SCHEDULE =
      new ScheduleId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
  private static final Instant NOMINAL = Instant.parse("2026-03-29T01:00:00Z");

  @Test
  void the_same_occurrence_has_the_same_id_for_everybody() {
    assertThat(RunId.planned(SCHEDULE, NOMINAL)).isEqualTo(RunId.planned(SCHEDULE, NOMINAL));
    assertThat(RunId.planned(SCHEDULE, NOMINAL))
        .isNotEqualTo(RunId.planned(SCHEDULE, NOMINAL.plusSeconds(1)));
  }

  @Test
  void the_id_is_a_uuid_of_version_7_that_shows_its_time() {
    var id = RunId.planned(SCHEDULE, NOMINAL);
    assertThat(id.value().version()).isEqualTo(7);
    assertThat(id.value().variant()).isEqualTo(2);
    assertThat(id.instant()).isEqualTo(NOMINAL);
  }

  @Test
  void the_free_bits_are_the_first_74_of_the_hash() throws NoSuchAlgorithmException {
    var text = SCHEDULE + ":" + NOMINAL.toEpochMilli();
    var hash =
        new BigInteger(
            1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    var first74 = hash.shiftRight(256 - 74);
    var id = RunId.planned(SCHEDULE, NOMINAL).value();
    var randA = BigInteger.valueOf(id.getMostSignificantBits() & 0xFFF);
    var randB = BigInteger.valueOf(id.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL);
    assertThat(randA.shiftLeft(62).or(randB)).isEqualTo(first74);
  }

  @Test
  void ids_sort_by_time() {
    var earlier = RunId.planned(SCHEDULE, NOMINAL);
    var later = RunId.planned(SCHEDULE, NOMINAL.plusMillis(1));
    assertThat(earlier).isLessThan(later);
    assertThat(RunId.planned(SCHEDULE, Instant.EPOCH)).isLessThan(earlier);
  }

  @Test
  void a_request_with_the_same_key_and_time_is_the_same_run() {
    var one = RunId.requested(TriggerKind.MANUAL, "key", NOMINAL);
    assertThat(one).isEqualTo(RunId.requested(TriggerKind.MANUAL, "key", NOMINAL));
    assertThat(one).isNotEqualTo(RunId.requested(TriggerKind.EVENT, "key", NOMINAL));
  }
}
