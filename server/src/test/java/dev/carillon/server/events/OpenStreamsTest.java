package dev.carillon.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Owner;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
  private static final Owner ADA = new Owner(1, 1);
  private static final Owner BOB = new Owner(1, 2);

  private final OpenStreams open = new OpenStreams();

  @Test
  void a_caller_has_so_many_and_no_more_until_one_ends() {
    for (var i = 0; i < OpenStreams.MOST; i++) {
      assertThat(open.take(ADA)).isTrue();
    }
    assertThat(open.take(ADA)).isFalse();
    assertThat(open.take(ADA)).isFalse();
    assertThat(open.take(BOB)).isTrue();
    open.giveBack(ADA);
    assertThat(open.take(ADA)).isTrue();
    assertThat(open.take(ADA)).isFalse();
  }
}
