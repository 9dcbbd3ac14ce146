package dev.carillon.server.http;

/**
 * One operation of the contract.
 *
 * @param path as in the contract; {@code <path>} at its end takes slashes too
 */
public record Route(String method, String path, Door door, Handler handler) {
  /** Answers a request, or throws a {@link Refusal}. */
  @FunctionalInterface
  public interface Handler {
    Answer answer(Request request);
  }

  public static Route get(String path, Door door, Handler handler) {
    return new Route("GET", path, door, handler);
  }

  public static Route post(String path, Door door, Handler handler) {
    return new Route("POST", path, door, handler);
  }

  public static Route put(String path, Door door, Handler handler) {
    return new Route("PUT", path, door, handler);
  }

  public static Route patch(String path, Door door, Handler handler) {
    return new Route("PATCH", path, door, handler);
  }

  public static Route delete(String path, Door door, Handler handler) {
    return new Route("DELETE", path, door, handler);
  }
}
