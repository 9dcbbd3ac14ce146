package dev.carillon.engine.claim;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.engine.store.ClaimStore;
import dev.carillon.engine.store.ClaimStore.Claimed;
import dev.carillon.engine.target.Permits;
import java.util.function.IntSupplier;

/** Takes queued runs for this node, as far as it has room. One loop uses it. */
public final class Claimer {
  private static final int BATCH = 500;

  private final ClaimStore store;
  private final Permits permits;
  private final IntSupplier node;

  public Claimer(ClaimStore store, Permits permits, IntSupplier node) {
    this.store = store;
    this.permits = permits;
    this.node = node;
  }

  /** Claims one batch; what it started holds permits until it is settled. */
  public Claimed step() {
    var room = permits.take(BATCH);
    if (room == 0) {
      return Claimed.NOTHING;
    }
    var used = 0;
    try {
      var claimed = store.claim(node.getAsInt(), room, Gatekeeper::onTurn);
      used = claimed.started().size();
      return claimed;
    } finally {
      permits.give(room - used);
    }
  }
}
