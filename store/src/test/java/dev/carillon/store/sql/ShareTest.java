package dev.carillon.store.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.engine.store.StoreException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void who_waits_too_long_for_a_place_is_told_to_come_again() {
    var share = new Share(1, Duration.ofMillis(1));
    var first = share.take();
    assertThatThrownBy(share::take)
        .isInstanceOf(StoreException.Away.class)
        .hasMessage("too many ask the store at once");
    first.close();
    share.take().close();
  }
}
