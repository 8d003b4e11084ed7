package dev.ferry.python.documents;

import dev.ferry.model.Confidence;
import dev.ferry.python.documents.NewPlaces.Replacement;
import dev.ferry.python.documents.RunRewriter.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds paths as Windows writes them, with backslashes or, in quotes, with two for one. */
final class BackslashPaths {
  private static final Pattern RUN = Pattern.compile("[\\w.-]*(?:\\\\{1,2}[\\w.-]+)+");

  /** What may stand before a path that begins here. */
  private static final String OPENING = " \t\r\n\"'`,=;([|<>&@";

  private final NewPlaces places;
  private final TellingWords words;
  private final ScriptVariables variables;

  BackslashPaths(NewPlaces places, TellingWords words, ScriptVariables variables) {
    this.places = places;
    this.words = words;
    this.variables = variables;
  }

  List<Change> changes(String text, Item item, Rules.Expected expected) {
    List<Change> changes = new ArrayList<>();
    if (!expected.use().mayBePath() || text.substring(item.start(), item.end()).indexOf('\\') < 0) {
      return changes;
    }
    Matcher run = RUN.matcher(text).region(item.start(), item.end());
    while (run.find()) {
      if (words.mayBeIn(text, run.start(), run.end())) {
        change(text, item, expected, run).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** What was the bare name of a file and is a path now, as it is written on Windows. */
  static List<Change> spelled(String text, List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                change.old().indexOf('/') < 0
                        && change.confidence() != Confidence.LOW
                        && (change.start() == 0 || text.charAt(change.start() - 1) != '/')
                    ? new Change(
                        change.start(),
                        change.end(),
                        change.text().replace('/', '\\'),
                        change.old(),
                        change.now(),
                        change.confidence())
                    : change)
        .toList();
  }

  private Optional<Change> change(String text, Item item, Rules.Expected expected, Matcher run) {
    String separator = run.group().contains("\\\\") ? "\\\\" : "\\";
    Optional<ScriptVariables.Below> below =
        expected.use() == Use.COMMAND
            ? variables.before(text, item.start(), run.start(), run.end())
            : Optional.empty();
    if (below.isPresent()) {
      return below(text, below.get(), run.end(), separator);
    }
    boolean opened =
        run.start() == item.start() || OPENING.indexOf(text.charAt(run.start() - 1)) >= 0;
    int itself = itself(text, run);
    int here = run.group().startsWith("." + separator) ? 1 + separator.length() : itself;
    String path = run.group().substring(here).replace(separator, "/");
    NewPlaces from =
        itself == 0
            ? places
            : places.seenFrom(
                new Standpoint(Standpoint.Start.DOCUMENT, ""), ContainerPaths.UNKNOWN);
    if ((opened || itself > 0) && !path.startsWith("/") && path.indexOf('\\') < 0) {
      boolean certain =
          expected.confidence() == Confidence.HIGH
              && expected.use() != Use.COMMAND
              && expected.use() != Use.VALUE;
      Confidence confidence =
          expected.confidence() == Confidence.LOW
              ? Confidence.LOW
              : certain ? Confidence.HIGH : Confidence.MEDIUM;
      return from.path(path)
          .map(found -> change(run.start() + here, path, separator, found, confidence));
    }
    // below a drive, a variable or a directory of a machine
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      String tail = path.substring(at + 1);
      Optional<Replacement> found =
          tail.indexOf('/') < 0 ? Optional.empty() : places.anywhere(tail);
      if (found.isPresent()) {
        return Optional.of(
            new Change(
                run.start(),
                run.end(),
                run.group(),
                tail,
                found.get().text() + tail.substring(found.get().length()),
                Confidence.LOW));
      }
    }
    return Optional.empty();
  }

  /** A path behind a variable for a directory, which goes on being seen from there. */
  private Optional<Change> below(
      String text, ScriptVariables.Below below, int end, String separator) {
    if (below.directory().isRelative() && places.seenFromReader() != places) {
      return Optional.empty();
    }
    String path = text.substring(below.start(), end).replace(separator, "/");
    return places
        .seenFromReader()
        .seenFrom(below.directory())
        .path(path)
        .map(found -> change(below.start(), path, separator, found, Confidence.MEDIUM));
  }

  /** The length of what stands for the directory of the script itself, at the beginning. */
  private static int itself(String text, Matcher run) {
    for (String variable : List.of("%~dp0", "$PSScriptRoot\\", "%CD%\\", "%cd%\\")) {
      int last = variable.length();
      for (int before = 1; before <= last; before++) {
        int start = run.start() - before;
        if (start >= 0
            && text.startsWith(variable, start)
            && last - before < run.group().length()) {
          return last - before;
        }
      }
    }
    return 0;
  }

  private static Change change(
      int start, String path, String separator, Replacement found, Confidence confidence) {
    String old = path.substring(0, found.length());
    int end = start + old.replace("/", separator).length();
    String now = found.text().replace("/", separator);
    return found
        .doubt()
        .map(code -> new Change(start, end, now, old, found.text(), Confidence.LOW, code))
        .orElseGet(() -> new Change(start, end, now, old, found.text(), confidence));
  }
}
