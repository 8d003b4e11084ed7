package dev.ferry.python.documents;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.python.documents.NewPlaces.Replacement;
import dev.ferry.python.documents.RunRewriter.Change;
import dev.ferry.python.rewriting.FileEndings;
import java.util.Optional;

/**
 * Names that a variable begins, and paths behind a variable that may be several directories: the
 * first are rewritten where the variable still begins them, all others are told.
 */
final class VariableRuns {
  private final NewPlaces places;
  private final ScriptVariables variables;

  VariableRuns(NewPlaces places, ScriptVariables variables) {
    this.places = places;
    this.variables = variables;
  }

  /**
   * @param start of a run of the characters of names and paths, or of the variable before it
   */
  Optional<Change> change(String text, Item item, int start, int end) {
    char first = text.charAt(start);
    boolean variable = start > 0 && "$)}%!\"'".indexOf(text.charAt(start - 1)) >= 0;
    if (!variable) {
      return Optional.empty();
    }
    int slash = text.indexOf('/', start);
    if (slash >= 0 && slash < end) {
      return variables.possible(text, item.start(), start, end).stream()
          .flatMap(value -> below(text, value + "/", slash + 1, end).stream())
          .findFirst();
    }
    return first == '.' || text.charAt(start - 1) == '$'
        ? name(text, item, start, end)
        : Optional.empty();
  }

  private Optional<Change> below(String text, String directory, int start, int end) {
    String rest = Latin.decode(text.substring(start, end));
    boolean open = end < text.length() && "*?[{$".indexOf(text.charAt(end)) >= 0;
    return RunTargets.open(directory + rest, open)
        .flatMap(places::path)
        .filter(found -> found.length() > directory.length())
        .map(found -> told(start, end, rest, rest, found.text(), Code.M126));
  }

  private static Change told(int start, int end, String text, String old, String now, Code code) {
    return new Change(start, end, text, old, now, Confidence.LOW, code);
  }

  /** {@code $(PACKAGE).module}. */
  private Optional<Change> name(String text, Item item, int start, int end) {
    int dot = text.indexOf('.', start);
    if (dot < 0 || dot + 1 >= end) {
      return Optional.empty();
    }
    String rest = Latin.decode(text.substring(dot + 1, end));
    return FileEndings.contains(rest)
        ? Optional.empty()
        : variables
            .value(text, Math.min(item.start(), start), dot)
            .map(value -> value.replace('/', '.') + ".")
            .flatMap(
                begin ->
                    places
                        .name(begin + rest, false)
                        .filter(found -> found.length() > begin.length())
                        .flatMap(found -> behind(begin, rest, found, dot + 1)));
  }

  private Optional<Change> behind(String begin, String rest, Replacement found, int start) {
    String old = begin + rest;
    String now = found.text() + old.substring(found.length());
    String beginning =
        places
            .name(begin.substring(0, begin.length() - 1), false)
            .map(moved -> moved.text() + ".")
            .orElse(begin);
    String fresh = now.startsWith(beginning) ? now.substring(beginning.length()) : "";
    if (fresh.equals(rest)) {
      return Optional.empty();
    }
    int end = start + rest.length();
    return Optional.of(
        fresh.isEmpty()
            ? told(start, end, rest, old, now, Code.M136)
            : new Change(start, end, fresh, old, now, Confidence.MEDIUM, Code.M136));
  }
}
