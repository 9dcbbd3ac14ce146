package dev.carillon.testkit.postgres;

import java.io.IOException;
import java.io.OutputStream;

/** A process that starts a server, prints its process id, and waits to be killed. */
final class PostgresAlone {

  private PostgresAlone() {}

  public static void main(String[] args) throws IOException {
    IO.println(Postgres.start().pid());
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
