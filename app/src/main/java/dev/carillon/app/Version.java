package dev.carillon.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the jar's own version, and the JDK that runs it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {"carillon " + version + " (Java " + Runtime.version() + ")"};
  }
}
