package dev.carillon.server.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem documents for what Jetty refuses before it is a request: bad lines, too long headers. */
final class JettyProblems extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var status = response.getStatus();
    var error =
        Optional.ofNullable(request.getAttribute(ERROR_MESSAGE))
            .map(String::valueOf)
            .orElse("the request cannot be understood");
    Guarding.HEADERS.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, Guarding.NO_STORE);
    response.write(true, ByteBuffer.wrap(Serving.problem(status, error)), callback);
    return true;
  }
}
