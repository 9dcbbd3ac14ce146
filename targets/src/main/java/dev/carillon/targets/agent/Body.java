package dev.carillon.targets.agent;

import dev.carillon.core.run.FailureKind;
import java.nio.ByteBuffer;

/** What was read of an answer's body. */
sealed interface Body {
  /** All of it. */
  record Whole(ByteBuffer bytes) implements Body {}

  /** It was not read to its end; the words go on after "agent x answered". */
  record Refused(FailureKind kind, String why) implements Body {}
}
