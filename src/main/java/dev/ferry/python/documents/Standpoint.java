package dev.ferry.python.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

  /** {@code $(cd "$(dirname "$0")/.." && pwd)}. */
  private static final Pattern GOES_UP =
      Pattern.compile("\\)\"?(/[\\w./-]+)\"?\\s*(?:>\\S*\\s*)?(?:&&|;)\\s*pwd");

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

  /** Whether it is another directory for each directory in which it is named. */
  boolean isRelative() {
    return start == Start.READER && !path.isEmpty();
  }

  /** Whether nothing is said of it. */
  boolean isDefault() {
    return equals(READER);
  }

  /**
   * A directory as it is named from here; that of the reader where only who runs it knows which.
   *
   * @param directory without its quotes, with its variables
   */
  Standpoint within(String directory) {
    return named(directory).orElse(READER);
  }

  /** The same; nothing where only who runs it knows which. */
  Optional<Standpoint> named(String directory) {
    String named = directory.strip();
    for (String root : ROOTS) {
      if (named.equals(root) || named.startsWith(root + "/")) {
        return below(Start.READER, named.substring(root.length()));
      }
    }
    if (named.startsWith("%~dp0") || named.startsWith("$PSScriptRoot")) {
      return below(Start.DOCUMENT, named.replaceFirst("^(?:%~dp0|.PSScriptRoot)", ""));
    }
    if (ITSELF.matcher(named).lookingAt()) {
      int last = Math.max(named.lastIndexOf(')'), named.lastIndexOf('}'));
      Matcher up = GOES_UP.matcher(named);
      String steps = up.find() ? up.group(1) : "";
      return below(Start.DOCUMENT, steps + named.substring(last + 1));
    }
    Matcher root = ITS_ROOT.matcher(named);
    if (root.lookingAt()) {
      return below(Start.ROOT, named.substring(root.end()));
    }
    if (named.startsWith("~/")) {
      return Optional.of(outside(ContainerPaths.normal(named)));
    }
    if (!PLAIN.matcher(named).matches()) {
      return Optional.empty();
    }
    if (named.startsWith("/")) {
      return Optional.of(outside(ContainerPaths.normal(named)));
    }
    String joined = path.isEmpty() ? named : path + "/" + named;
    return Optional.of(
        new Standpoint(start, isOutside() ? ContainerPaths.normal(joined) : back(joined)));
  }

  /** Without the steps down that are taken back: {@code a/..} is where one was. */
  private static String back(String path) {
    if (!path.endsWith("..") || path.startsWith("..")) {
      return path;
    }
    Deque<String> components = new ArrayDeque<>();
    for (String component : path.split("/", -1)) {
      if (!component.equals("..")) {
        components.addLast(component);
      } else if (components.pollLast() == null) {
        return path;
      }
    }
    return String.join("/", components);
  }

  private static Optional<Standpoint> below(Start start, String path) {
    String rest = path.startsWith("/") ? path.substring(1) : path;
    return rest.isEmpty() || PLAIN.matcher(rest).matches()
        ? Optional.of(new Standpoint(start, rest))
        : Optional.empty();
  }
}
