package dev.ferry.python.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The directory from which something in a document is seen.
 *
 * @param path below where it begins; for one outside of the repository the whole, with its slash
 */
record Standpoint(Start start, String path) {
  /** Where whatever reads the document stands, as far as nothing else is said. */
  static final Standpoint READER = new Standpoint(Start.READER, "");

  private static final Pattern PLAIN = Pattern.compile("[\\w.@+/-]+");

  /** How a script says where it lies itself. */
  private static final Pattern ITSELF =
      Pattern.compile(
          "(?:\\$\\(\\s*(?:cd\\s+(?:-P\\s+)?[\"']?)?\\$?\\(?\\s*dirname\\b.*(?:\\$0|\\$\\{?BASH_SOURCE).*"
              + "|\\$\\{?(?:0|BASH_SOURCE(?:\\[0\\])?)%/\\*\\}|%~dp0|\\$PSScriptRoot)",
          Pattern.DOTALL);

  private static final Pattern ITS_ROOT =
      Pattern.compile("\\$\\(\\s*git rev-parse --show-toplevel[^)]*\\)");

  /** Variables of tools for the directory in which the document is read. */
  private static final List<String> ROOTS =
      List.of(
          "{toxinidir}",
          "{tox_root}",
          "${workspaceFolder}",
          "${workspaceRoot}",
          "$PROJECT_DIR$",
          "$(CURDIR)",
          "$(PWD)",
          "${PWD}",
          "$PWD",
          "$(pwd)",
          "${GITHUB_WORKSPACE}",
          "$GITHUB_WORKSPACE",
          "${{ github.workspace }}",
          "${CI_PROJECT_DIR}",
          "$CI_PROJECT_DIR",
          "${TRAVIS_BUILD_DIR}",
          "$TRAVIS_BUILD_DIR",
          "$(Build.SourcesDirectory)",
          "$(System.DefaultWorkingDirectory)",
          "${WORKSPACE}",
          "$WORKSPACE",
          "$BITBUCKET_CLONE_DIR",
          "%(here)s",
          "%CD%");

  /** Where a path of a document may begin. */
  enum Start {
    READER,
    ROOT,
    /** The directory that the document lies in. */
    DOCUMENT,
    /** A directory of a machine, image or container. */
    OUTSIDE
  }

  static Standpoint outside(String path) {
    return new Standpoint(Start.OUTSIDE, path);
  }

  boolean isOutside() {
    return start == Start.OUTSIDE;
  }

  /** Whether nothing is said of it. */
  boolean isDefault() {
    return equals(READER);
  }

  /**
   * A directory as it is named from here.
   *
   * @param directory without its quotes, with its variables
   */
  Standpoint within(String directory) {
    String named = directory.strip();
    for (String root : ROOTS) {
      if (named.equals(root) || named.startsWith(root + "/")) {
        String rest = named.substring(Math.min(named.length(), root.length() + 1));
        return PLAIN.matcher(rest).matches() ? new Standpoint(Start.READER, rest) : READER;
      }
    }
    if (ITSELF.matcher(named).lookingAt()) {
      int last = Math.max(named.lastIndexOf(')'), named.lastIndexOf('}'));
      String rest = named.replaceFirst("^(?:%~dp0|\\$PSScriptRoot)", "");
      rest = rest.equals(named) ? named.substring(last + 1) : rest;
      rest = rest.startsWith("/") ? rest.substring(1) : rest;
      return rest.isEmpty() || PLAIN.matcher(rest).matches()
          ? new Standpoint(Start.DOCUMENT, rest)
          : READER;
    }
    if (ITS_ROOT.matcher(named).lookingAt()) {
      String rest = ITS_ROOT.matcher(named).replaceFirst("");
      rest = rest.startsWith("/") ? rest.substring(1) : rest;
      return rest.isEmpty() || PLAIN.matcher(rest).matches()
          ? new Standpoint(Start.ROOT, rest)
          : READER;
    }
    if (!PLAIN.matcher(named).matches()) {
      return READER; // only who runs it knows
    }
    if (named.startsWith("/")) {
      return outside(ContainerPaths.normal(named));
    }
    String joined = path.isEmpty() ? named : path + "/" + named;
    return new Standpoint(start, isOutside() ? ContainerPaths.normal(joined) : joined);
  }
}
