package dev.carillon.testkit.agent;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call as the agent heard it.
 *
 * @param headers by name in any case
 */
public record HeardCall(String method, String path, Map<String, String> headers, String body) {
  public HeardCall {
    var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
