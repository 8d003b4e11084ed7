package dev.ferry.git;

import java.util.regex.Pattern;

/**
 * Which names ferry gives to branches: fewer than git takes, and none that looks like an option.
 */
final class BranchNames {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._+@/-]*");

  private BranchNames() {}

  static boolean isName(GitCalls calls, String name) {
    return NAME.matcher(name).matches()
        && name.length() <= 200
        && !name.equals("HEAD")
        && calls.attempt("check-ref-format", "refs/heads/" + ascii(name)).succeeded();
  }

  /** Git takes every letter beyond ASCII, which an argument may not survive in the C locale. */
  private static String ascii(String name) {
    return name.replaceAll("[^\\x00-\\x7f]", "x");
  }
}
