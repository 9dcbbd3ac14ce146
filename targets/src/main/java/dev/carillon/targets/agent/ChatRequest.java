package dev.carillon.targets.agent;

import dev.carillon.core.schedule.Input;
import dev.carillon.engine.target.Attempt;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** What an agent is sent. */
final class ChatRequest {
  private ChatRequest() {}

  static HttpPost of(Address address, Attempt attempt) {
    var post = new HttpPost(address.chat());
    post.setHeader(HttpHeaders.ACCEPT, "application/json");
    post.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
    post.setHeader(HttpHeaders.CONNECTION, "close");
    post.setHeader("Idempotency-Key", attempt.run());
    post.setHeader("traceparent", Traceparent.of(attempt));
    post.setHeader("Carillon-Schedule-Id", attempt.schedule());
    post.setHeader("Carillon-Run-Id", attempt.run());
    attempt.nominal().ifPresent(nominal -> post.setHeader("Carillon-Nominal-Time", nominal));
    post.setHeader("Carillon-Attempt", attempt.number());
    post.setHeader("Carillon-Trigger", attempt.kind().word());
    post.setEntity(new ByteArrayEntity(body(attempt.input()), ContentType.APPLICATION_JSON));
    return post;
  }

  private static byte[] body(Input input) {
    var body = Json.object().put("message", input.message()).put("stream", false);
    if (!input.contextJson().equals(Input.NO_CONTEXT)) {
      body.set("context", Json.read(input.contextJson()));
    }
    return Json.write(body);
  }
}
