package dev.ferry.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The targets {@code batch-status}, {@code batch-next} and one {@code batch-next-NAME} a batch,
 * kept between two markers of a Makefile. Pure: takes and gives the file's text.
 */
public final class MakefileTargets {
  private static final String BEGIN = "# >>> ferry: written by `ferry init --makefile`";
  private static final String END = "# <<< ferry";

  private MakefileTargets() {}

  /**
   * The Makefile with the targets of these batches: between the markers where it has them, else at
   * its end. Applying it again changes nothing; everything outside the markers stays byte for byte.
   *
   * @param makefile the text as it is; empty for none
   * @param batches paths as make is to pass them
   * @return nothing where the first marker has no second one
   */
  public static Optional<String> apply(String makefile, List<String> batches) {
    String block = block(batches);
    int begin = lineStart(makefile, BEGIN);
    if (begin < 0) {
      String gap = makefile.isEmpty() ? "" : makefile.endsWith("\n") ? "\n" : "\n\n";
      return Optional.of(makefile + gap + block);
    }
    int end = lineStart(makefile, END);
    if (end < begin) {
      return Optional.empty();
    }
    int after = end + END.length();
    if (after < makefile.length() && makefile.charAt(after) == '\n') {
      after++;
    }
    return Optional.of(makefile.substring(0, begin) + block + makefile.substring(after));
  }

  /** The targets that the Makefile defines outside the markers already, of those to be written. */
  public static List<String> alreadyDefined(String makefile, List<String> batches) {
    int begin = lineStart(makefile, BEGIN);
    int end = lineStart(makefile, END);
    String others =
        begin >= 0 && end > begin
            ? makefile.substring(0, begin) + makefile.substring(end)
            : makefile;
    List<String> defined = new ArrayList<>();
    for (String target : targets(batches)) {
      if (others.lines().anyMatch(line -> line.matches(target + "\\s*:(?!=).*"))) {
        defined.add(target);
      }
    }
    return defined;
  }

  /** The names of the targets of these batches. */
  public static List<String> targets(List<String> batches) {
    List<String> targets = new ArrayList<>(List.of("batch-status"));
    names(batches).keySet().forEach(name -> targets.add("batch-next-" + name));
    targets.add("batch-next");
    return targets;
  }

  private static String block(List<String> batches) {
    Map<String, String> names = names(batches);
    StringBuilder out = new StringBuilder(BEGIN).append('\n');
    out.append(".PHONY: ").append(String.join(" ", targets(batches))).append("\n\n");
    out.append("batch-status: ## Show integration batch progress dashboard\n");
    out.append("\t@ferry status").append(arguments(batches)).append("\n\n");
    names.forEach(
        (name, batch) -> {
          out.append("batch-next-").append(name).append(": ## Integrate next module from ");
          out.append(name.toUpperCase(Locale.ROOT)).append(" batch\n");
          out.append("\t@ferry next --batch ").append(escaped(batch)).append("\n\n");
        });
    out.append("batch-next: ## Integrate next module from the smallest remaining batch\n");
    out.append("\t@ferry next\n");
    return out.append(END).append('\n').toString();
  }

  /** {@code batch_core.tsv} is called {@code core}; other names lose their extension only. */
  private static Map<String, String> names(List<String> batches) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String batch : batches) {
      String file = batch.substring(batch.lastIndexOf('/') + 1);
      String stem = file.replaceFirst("\\.tsv$", "").replaceFirst("^batch_", "");
      names.putIfAbsent(stem.replaceAll("[^A-Za-z0-9_.-]", "-"), batch);
    }
    return names;
  }

  private static String arguments(List<String> batches) {
    StringBuilder out = new StringBuilder();
    batches.forEach(batch -> out.append(' ').append(escaped(batch)));
    return out.toString();
  }

  /** A word of a recipe: quoted for the shell, with make's own '$' doubled. */
  private static String escaped(String path) {
    String word = path.matches("[A-Za-z0-9_./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    return word.replace("$", "$$");
  }

  private static int lineStart(String text, String line) {
    for (int at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
      int after = at + line.length();
      boolean startsLine = at == 0 || text.charAt(at - 1) == '\n';
      boolean endsLine =
          after == text.length() || text.charAt(after) == '\n' || text.charAt(after) == '\r';
      if (startsLine && endsLine) {
        return at;
      }
    }
    return -1;
  }
}
