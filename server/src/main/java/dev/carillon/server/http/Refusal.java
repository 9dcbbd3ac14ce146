package dev.carillon.server.http;

import dev.carillon.api.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is turned down: what is wrong, one sentence for people, and where. It is thrown
 * because it ends a request from any depth; it is caught in one place, where it becomes a problem.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Wrong wrong;
  private final transient Words words;
  private final transient Map<String, String> headers;

  /** What is said beside the one sentence. */
  private record Words(Optional<String> detail, List<Problem.Entry> errors) {}

  private Refusal(Wrong wrong, String error, Words words, Map<String, String> headers) {
    super(error, null, false, false);
    this.wrong = wrong;
    this.words = words;
    this.headers = Map.copyOf(headers);
  }

  /** Turns a request down with one sentence. */
  public static Refusal of(Wrong wrong, String error) {
    return new Refusal(wrong, error, new Words(Optional.empty(), List.of()), Map.of());
  }

  /** One wrong place in the body. */
  public static Refusal at(String pointer, String error) {
    return of(Wrong.WRONG_VALUE, error).with(List.of(Problem.Entry.at(pointer, error)));
  }

  /** One wrong query parameter or header. */
  public static Refusal ofParameter(String name, String error) {
    return of(Wrong.BAD_REQUEST, error).with(List.of(Problem.Entry.ofParameter(name, error)));
  }

  /** What does not exist, or belongs to somebody else. */
  public static Refusal notFound(String thing) {
    return of(Wrong.NOT_FOUND, thing + " not found");
  }

  /** The same with more to say. */
  public Refusal because(String detail) {
    return new Refusal(wrong, error(), new Words(Optional.of(detail), words.errors), headers);
  }

  /** The same with the places where it is wrong. */
  public Refusal with(List<Problem.Entry> errors) {
    return new Refusal(wrong, error(), new Words(words.detail, List.copyOf(errors)), headers);
  }

  /** The same with a header. */
  public Refusal with(String header, String value) {
    return new Refusal(wrong, error(), words, Map.of(header, value));
  }

  public Wrong wrong() {
    return wrong;
  }

  Map<String, String> headers() {
    return headers;
  }

  String error() {
    return String.valueOf(getMessage());
  }

  /** The problem document of this refusal. */
  Problem problem(String path, String traceId) {
    return new Problem(
        Problem.PREFIX + wrong.slug(),
        wrong.title(),
        wrong.status(),
        words.detail,
        Optional.of(path),
        error(),
        Optional.of(traceId),
        words.errors);
  }
}
