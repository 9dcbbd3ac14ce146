package dev.carillon.targets.agent;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.engine.target.Attempt;
import dev.carillon.targets.call.Work;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** One call of an agent over HTTP. */
final class HttpWork implements Work {
  private static final int OK = 200;
  private static final int REDIRECTED = 300;
  private static final int REFUSED = 400;
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;
  private static final int NO_STATUS = 600;

  private final HttpAgent agent;
  private final HttpPost request;
  private final HttpHost host;

  HttpWork(HttpAgent agent, Address address, Attempt attempt) {
    this.agent = agent;
    request = ChatRequest.of(address, attempt);
    host = HttpHost.create(address.chat());
  }

  @Override
  public Outcome perform() {
    try {
      var client = agent.lines().client();
      return outcome(client.executeOpen(host, request, HttpClientContext.create()));
    } catch (IOException fault) {
      return Faults.of(agent.label(), host.getHostName(), fault);
    } finally {
      // Closing the response would read what is left of it, however much that is.
      abort();
    }
  }

  @Override
  public void abort() {
    request.cancel();
  }

  private Outcome outcome(ClassicHttpResponse response) throws IOException {
    var reader = new BodyReader(agent.lines().large(), this::abort);
    var body = reader.read(Optional.ofNullable(response.getEntity()));
    var status = response.getCode();
    if (status >= OK && status < REDIRECTED) {
      return switch (body) {
        case Body.Whole(var bytes) -> answered(bytes);
        case Body.Refused(var kind, var why) -> failed(kind, "answered " + why, Answer.NONE);
      };
    }
    return failed(kind(status), "answered " + status + detail(response, body), cost(body));
  }

  private Outcome answered(ByteBuffer bytes) {
    var text = Texts.utf8(bytes);
    if (text.isEmpty()) {
      return nonsense("what is not UTF-8", bytes);
    }
    if (text.get().isBlank()) {
      return failed(FailureKind.INVALID_ANSWER, "answered nothing; JSON is expected", Answer.NONE);
    }
    try {
      return new Outcome.Succeeded(read(text.get()));
    } catch (JacksonException unreadable) {
      return nonsense("what is not JSON (" + where(unreadable) + ")", bytes);
    }
  }

  private Answer read(String text) {
    return AgentAnswer.read(text, agent.address(), agent.lines().totals());
  }

  /** What a failed call cost, when the agent says so; its text stands in the message already. */
  private Answer cost(Body body) {
    if (body instanceof Body.Whole(var bytes)) {
      try {
        return Texts.utf8(bytes)
            .filter(text -> !text.isBlank())
            .map(this::read)
            .map(read ->
                new Answer(Optional.empty(), read.usage(), read.toolCalls(), read.sessionId()))
            .orElse(Answer.NONE);
      } catch (JacksonException noAnswer) {
        return Answer.NONE;
      }
    }
    return Answer.NONE;
  }

  private static FailureKind kind(int status) {
    if (status == TOO_MANY) {
      return FailureKind.RATE_LIMITED;
    }
    if (status >= REFUSED && status < BROKEN) {
      return FailureKind.HTTP_4XX;
    }
    return status >= BROKEN && status < NO_STATUS
        ? FailureKind.HTTP_5XX
        : FailureKind.INVALID_ANSWER;
  }

  private static String detail(ClassicHttpResponse response, Body body) {
    if (response.getCode() >= REDIRECTED && response.getCode() < REFUSED) {
      return header(response, HttpHeaders.LOCATION).map(to -> " and points to " + to).orElse("")
          + ", which Carillon does not follow: register the address that answers itself";
    }
    var wait = header(response, HttpHeaders.RETRY_AFTER).map(when -> " (retry after " + when + ")");
    return wait.orElse("") + words(body);
  }

  private static String words(Body body) {
    return switch (body) {
      case Body.Whole(var bytes) -> {
        var quoted = Texts.quoted(bytes);
        yield quoted.isEmpty() ? "" : ": " + quoted;
      }
      case Body.Refused(_, var why) -> ", " + why;
    };
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name))
        .map(Header::getValue)
        .map(value -> Texts.quoted(value));
  }

  private static String where(JacksonException unreadable) {
    var place = unreadable.getLocation();
    var words =
        unreadable instanceof StreamConstraintsException
            ? "it is nested too deep, or a part of it is too long"
            : Texts.cut(String.valueOf(unreadable.getOriginalMessage()), 200);
    return place == null
        ? words
        : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + words;
  }

  private Outcome nonsense(String what, ByteBuffer bytes) {
    return failed(
        FailureKind.INVALID_ANSWER, "answered " + what + ": " + Texts.quoted(bytes), Answer.NONE);
  }

  private Outcome failed(FailureKind kind, String what, Answer answer) {
    return new Outcome.Failed(kind, agent.label() + " " + what, answer);
  }
}
