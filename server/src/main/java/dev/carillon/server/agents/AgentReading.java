package dev.carillon.server.agents;

import dev.carillon.api.agents.AgentDraft;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Target;
import dev.carillon.server.http.Findings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what people say about an agent, or finds all that is wrong with it. */
final class AgentReading {
  private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_URL = 2_048;

  private AgentReading() {}

  /** What an agent is to be. */
  record Wanted(String name, Optional<URI> url, Duration timeout) {}

  /**
   * Reads a draft.
   *
   * @param inPath the name in the path, which the body may repeat
   */
  static Wanted read(AgentDraft draft, Optional<String> inPath) {
    var findings = new Findings();
    var name = inPath.or(draft::name).orElse("");
    if (!Target.Agent.isName(name)) {
      findings.add("/name", "a name is needed: " + Target.Agent.NAME_WANTED);
    } else if (draft.name().filter(said -> !said.equals(name)).isPresent()) {
      findings.add("/name", "name is another than in the path; an agent is not renamed");
    }
    var url = draft.url().flatMap(text -> url(text, findings));
    var seconds = draft.timeoutSeconds().orElse(Policies.DEFAULT.timeout().toSeconds());
    var most = Policies.MAX_TIMEOUT.toSeconds();
    if (seconds < 1 || seconds > most) {
      findings.add("/timeout_seconds", "timeout_seconds is 1 to " + most);
    }
    findings.refuseIfAny();
    return new Wanted(name, url, Duration.ofSeconds(seconds));
  }

  private static Optional<URI> url(String text, Findings findings) {
    var fault = fault(text);
    fault.ifPresent(words -> findings.add("/url", words));
    return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(text));
  }

  private static Optional<String> fault(String text) {
    if (text.length() > LONGEST_URL) {
      return Optional.of("a url has at most " + LONGEST_URL + " characters");
    }
    if (!WEB.matcher(text).matches()) {
      return Optional.of("a url starts with http:// or https://");
    }
    try {
      var url = new URI(text);
      if (url.getHost() == null) {
        return Optional.of("a url has a host, such as http://127.0.0.1:8000");
      }
      if (url.getPort() > LAST_PORT) {
        return Optional.of("a port is at most " + LAST_PORT);
      }
      return url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null
          ? Optional.of("a url has no user, password, query or fragment here")
          : Optional.empty();
    } catch (URISyntaxException unreadable) {
      return Optional.of("this is no url, at character " + (unreadable.getIndex() + 1));
    }
  }
}
