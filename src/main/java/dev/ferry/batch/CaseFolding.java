package dev.ferry.batch;

import java.text.Normalizer;
import java.util.Locale;

/** What a file system that ignores case (and composition, as Apple's do) takes for one name. */
final class CaseFolding {
  private CaseFolding() {}

  static String fold(String path) {
    String upper = path.toUpperCase(Locale.ROOT); // 'ß' and 'ss' meet only this way round
    String folded = upper.toLowerCase(Locale.ROOT);
    return folded.chars().allMatch(c -> c < 0x80)
        ? folded
        : Normalizer.normalize(folded, Normalizer.Form.NFC);
  }
}
