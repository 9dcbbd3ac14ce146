package dev.carillon.testkit.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP agent on loopback that records its calls and answers as it is told. One thread accepts,
 * and every call has one of its own; tests read and tell it from any thread.
 */
public final class FakeAgent implements AutoCloseable {
  private static final int BACKLOG = 4_096;
  private static final long PATIENCE_SECONDS = 20;

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<HeardCall> calls = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<HeardCall> fresh = new LinkedBlockingQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile Behaviour behaviour;

  private FakeAgent(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
  }

  /** An agent that answers every call with a plain answer. */
  public static FakeAgent start() {
    return start(Behaviours.answering(Behaviours.PLAIN_ANSWER));
  }

  /** An agent that does this on every call. */
  public static FakeAgent start(Behaviour behaviour) {
    try {
      var agent =
          new FakeAgent(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), behaviour);
      Thread.ofVirtual().name("fake-agent").start(agent::accept);
      return agent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address to register. */
  public URI url() {
    return URI.create(
        "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
  }

  /** Does this from now on. */
  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** What it has heard so far, in order. */
  public List<HeardCall> calls() {
    return List.copyOf(calls);
  }

  /** Waits for the next call that nobody has awaited yet. */
  public HeardCall awaitCall() throws InterruptedException {
    var call = fresh.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call came within " + PATIENCE_SECONDS + " s");
    }
    return call;
  }

  /** How many calls it is answering right now. */
  public int inFlight() {
    return inFlight.get();
  }

  /** Stops listening and breaks off every call. */
  @Override
  public void close() {
    quietly(server::close);
    open.forEach(socket -> quietly(socket::close));
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("fake-agent-call").start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // close() was called
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      answer(HeardRequest.read(socket.getInputStream()), socket);
    } catch (IOException hungUp) {
      // the caller has gone, which tests see on their own side
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private void answer(HeardCall call, Socket socket) throws IOException, InterruptedException {
    calls.add(call);
    inFlight.incrementAndGet();
    fresh.add(call);
    try {
      behaviour.answer(call, new Line(socket));
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private static void quietly(Closing closing) {
    try {
      closing.close();
    } catch (IOException gone) {
      // it was closed by the other side
    }
  }

  private interface Closing {
    void close() throws IOException;
  }
}
