package dev.ferry.python.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of files on code hosts. Whose repository it is and which branch is not known here, so
 * they are told; what names a commit or a release goes on leading to the file as it was.
 */
final class Addresses {
  private static final Pattern FILE =
      Pattern.compile(
          "//[^/]+/.+?/(?:-/)?(?:blob|tree|raw|edit|blame|commits|src|browse|blob_plain)"
              + "/(?:branch/|refs/heads/)?([^/]+)/(.+)"
              + "|//raw\\.githubusercontent\\.com/[^/]+/[^/]+/(?:refs/heads/)?([^/]+)/(.+)");

  /** A commit, or a release. */
  private static final Pattern FIXED =
      Pattern.compile("[0-9a-f]{7,40}|v?\\d+(?:\\.\\d+)+[\\w.-]*|tags?");

  /** One of these stands in each address that may lead to a file. */
  static final List<String> MARKS =
      List.of(
          "/blob/",
          "/tree/",
          "/raw/",
          "/edit/",
          "/blame/",
          "/commits/",
          "/src/",
          "/browse/",
          "/raw.githubusercontent.com/");

  /** A host, an owner, a repository, a branch and a file. */
  private static final int SHORTEST = 16;

  /** Names of branches have so many slashes at most. */
  private static final int MOST_SLASHES = 3;

  private Addresses() {}

  record Found(String old, String now) {}

  static boolean mayBe(String text, int from, int to) {
    if (to - from <= SHORTEST) {
      return false;
    }
    for (int at = text.indexOf('/', from + 1); at >= 0 && at < to; at = text.indexOf('/', at + 1)) {
      for (String mark : MARKS) {
        if (text.startsWith(mark, at) && at + mark.length() <= to) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * @param address from its two slashes on, without a question or an anchor
   */
  static Optional<Found> find(String address, NewPlaces places) {
    Matcher file = FILE.matcher(address);
    if (!file.matches()) {
      return Optional.empty();
    }
    int group = file.group(1) != null ? 1 : 3;
    if (FIXED.matcher(file.group(group)).matches()) {
      return Optional.empty();
    }
    String path = file.group(group + 1).replaceFirst("[./]+$", "");
    for (int slashes = 0; slashes < MOST_SLASHES && !path.isEmpty(); slashes++) {
      String rest = path;
      Optional<Found> found =
          places.rootPath(path).map(to -> new Found(rest, to.text() + rest.substring(to.length())));
      if (found.isPresent()) {
        return found;
      }
      path = path.indexOf('/') < 0 ? "" : path.substring(path.indexOf('/') + 1);
      path = path.indexOf('/') < 0 ? "" : path; // one word may be anything
    }
    return Optional.empty();
  }
}
