package dev.ferry.app;

/** The version that the jar's manifest names, which is the one in pom.xml. */
final class Version {
  private Version() {}

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
