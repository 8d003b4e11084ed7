package dev.ferry.app;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest names, which is the one in pom.xml. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"ferry " + (version == null ? "(not from a jar)" : version)};
  }
}
