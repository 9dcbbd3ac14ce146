package dev.carillon.acceptance.launch;

/** Stands in for Carillon in a jar of its own: says what it was called with. */
final class Launched {

  private Launched() {}

  public static void main(String[] args) {
    IO.println("launched " + String.join(" ", args));
    System.exit(args.length);
  }
}
