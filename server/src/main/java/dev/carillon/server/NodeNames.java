package dev.carillon.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a node is called in the ledger: its host and its process. */
final class NodeNames {
  private NodeNames() {}

  static String own() {
    return host() + "-" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      // A host without a name of its own is fine; the process still tells nodes apart there.
      return "node";
    }
  }
}
