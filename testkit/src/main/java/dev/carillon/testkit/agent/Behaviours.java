package dev.carillon.testkit.agent;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What well-meaning agents do. */
public final class Behaviours {
  /** An answer with every figure that an agent may tell. */
  public static final String PLAIN_ANSWER =
      """
      {"response": "done",
       "execution_log": [
         {"id": "t1", "type": "tool_use", "tool": "search", "input": {"q": "news"}},
         {"id": "t1", "type": "tool_result", "tool": "search", "success": true, "duration_ms": 42}],
       "metadata": {"cost_usd": 0.0125, "input_tokens": 1000, "output_tokens": 50,
         "cache_creation_tokens": 100, "cache_read_tokens": 600, "session_id": "s-1"},
       "session": {"total_cost_usd": 7.5, "context_tokens": 1050, "context_window": 200000,
         "message_count": 3, "model": "fake-1"},
       "timestamp": "2026-03-29T01:00:00Z"}
      """;

  private Behaviours() {}

  /** Answers with this JSON. */
  public static Behaviour answering(String json) {
    return status(200, json);
  }

  /** Answers with this status and this JSON. */
  public static Behaviour status(int status, String json) {
    return status(status, "", json);
  }

  /** Answers with this status, these further headers (each with its line break), and this JSON. */
  public static Behaviour status(int status, String headers, String json) {
    return (_, line) ->
        line.send(
            status,
            "Content-Type: application/json\r\n" + headers,
            json.getBytes(StandardCharsets.UTF_8));
  }

  /** Says in its answer what it heard. */
  public static Behaviour echoing() {
    return (call, line) -> answering(call.body()).answer(call, line);
  }

  /** Works until the latch opens, then does the next. */
  public static Behaviour after(CountDownLatch latch, Behaviour next) {
    return (call, line) -> {
      latch.await();
      next.answer(call, line);
    };
  }

  /** Never answers, and waits until the caller hangs up. */
  public static Behaviour hanging() {
    return (_, line) -> line.hold();
  }
}
