package dev.carillon.server.http;

import java.util.Optional;

/** Knows whom a request is from by what it shows. Called by every thread that serves. */
@FunctionalInterface
public interface Doorkeeper {
  /**
   * Who it is; empty when it shows nothing that counts.
   *
   * @throws Refusal when a browser was led here by another site
   */
  Optional<Who> recognise(Request request);
}
