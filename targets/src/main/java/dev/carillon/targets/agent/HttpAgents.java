package dev.carillon.targets.agent;

import dev.carillon.engine.store.Agent;
import dev.carillon.targets.call.Callee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/** Calls agents over HTTP. Shared by all threads; it is closed after the last call. */
public final class HttpAgents implements AutoCloseable {
  /** Above what a node may have under way, so that no call ever waits for another's connection. */
  private static final int CONNECTIONS = 100_000;

  /** How long an agent may take to accept a connection, TLS included. */
  static final int CONNECT_SECONDS = 5;

  private static final int BUFFER = 4_096;
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_LINE = 16_384;

  private final String urlTemplate;
  private final Lines lines;

  /**
   * @param urlTemplate where an agent without a URL of its own lives, with {@code {name}} in it
   */
  public HttpAgents(String urlTemplate) {
    this(urlTemplate, SystemDefaultDnsResolver.INSTANCE, new LongAnswers());
  }

  HttpAgents(String urlTemplate, DnsResolver names, LongAnswers large) {
    this.urlTemplate = urlTemplate;
    this.lines = new Lines(client(names), new SessionTotals(), large);
  }

  /** The agent of this row, ready to be called. */
  public Callee callee(Agent agent) {
    return new HttpAgent(lines, agent.name(), address(agent), agent.timeout());
  }

  /** Breaks off what is still under way. */
  @Override
  public void close() {
    try {
      lines.client().close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String address(Agent agent) {
    return agent
        .url()
        .map(URI::toString)
        .orElseGet(() -> urlTemplate.replace("{name}", agent.name()));
  }

  /**
   * A client that does what it is told and nothing by itself: it follows no redirect, repeats no
   * call, keeps no cookie, and opens a connection for each call. An agent's server may close an
   * idle connection at any time, and of a POST on such a one nobody knows whether it arrived.
   */
  private static CloseableHttpClient client(DnsResolver names) {
    return HttpClients.custom()
        .setConnectionManager(connections(names))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(Timeout.DISABLED)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .setUserAgent("Carillon")
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(DnsResolver names) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setBufferSize(BUFFER)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build())
                .build())
        .setDnsResolver(names)
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnPerRoute(CONNECTIONS)
        .setMaxConnTotal(CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .setSocketTimeout(Timeout.DISABLED)
                .build())
        .build();
  }

  /**
   * What all calls share.
   *
   * @param totals what sessions had cost so far
   * @param large bounds how many long answers are in memory at once
   */
  record Lines(CloseableHttpClient client, SessionTotals totals, LongAnswers large) {}
}
