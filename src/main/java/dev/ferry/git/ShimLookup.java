package dev.ferry.git;

import dev.ferry.model.ShimMark;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;

/**
 * Tells whether what stands at a path of a tree only keeps an old name working. Asked where source
 * and destination of a move are both there, which is rare: a call of git for each file.
 */
final class ShimLookup {
  /** A directory of shims holds one for each package; more files than this are something else. */
  private static final int MOST_FILES = 100;

  private final GitCalls calls;

  ShimLookup(GitCalls calls) {
    // a shim is small and was written here: what is missing is none, and is not fetched
    this.calls = calls.with("GIT_NO_LAZY_FETCH", "1");
  }

  /** Whether the file is a shim, or the directory holds nothing else. */
  boolean isShim(String ref, String path) {
    Ended listed = calls.attempt("ls-tree", "-r", "-z", ref, "--", path);
    String listing = new String(listed.output().stdout(), StandardCharsets.ISO_8859_1);
    String[] entries = listing.split("\0");
    if (!listed.succeeded() || listing.isEmpty() || entries.length > MOST_FILES) {
      return false;
    }
    for (String entry : entries) {
      String[] words = entry.split("[ \t]", 4);
      if (words.length < 4 || !words[1].equals("blob") || !isShim(words[2])) {
        return false;
      }
    }
    return true;
  }

  private boolean isShim(String blob) {
    Ended content = calls.attempt("cat-file", "blob", blob);
    return content.succeeded() && ShimMark.of(content.output().stdout()).isPresent();
  }
}
