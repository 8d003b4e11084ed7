package dev.ferry.python.documents;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.python.documents.NewPlaces.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names and paths in an item: runs of the characters that these consist of, each taken
 * from its beginning, so that {@code old.labs.x} and {@code x/labs/x.py} are other things. What
 * only ends with the path of something that moves is found too, at low confidence.
 */
final class RunRewriter {
  private static final Pattern SAFE = Pattern.compile("[\\w.:/\\x80-\\uffff-]+");

  private static final Pattern RUN = Pattern.compile("[\\w./\\x80-\\xff-]+");

  private static final Pattern ESCAPED_RUN =
      Pattern.compile("(?:\\\\{1,2}[.-]|[\\w./\\x80-\\xff-])+");

  private final NewPlaces places;
  private final TellingWords words;
  private final ScriptVariables variables;
  private final RunTargets targets;

  RunRewriter(NewPlaces places, TellingWords words) {
    this(places, words, new ScriptVariables());
  }

  /**
   * @param variables in which the document keeps directories
   */
  RunRewriter(NewPlaces places, TellingWords words, ScriptVariables variables) {
    this.places = places;
    this.words = words;
    this.variables = variables;
    this.targets = new RunTargets(places, variables);
  }

  /**
   * Bytes to replace.
   *
   * @param old the name or path as it was, for the reader
   * @param told the code by which it is told where it is not made
   */
  record Change(
      int start, int end, String text, String old, String now, Confidence confidence, Code told) {
    Change(int start, int end, String text, String old, String now, Confidence confidence) {
      this(
          start,
          end,
          text,
          old,
          now,
          confidence,
          confidence == Confidence.LOW ? Code.M111 : Code.M061);
    }

    Change told(Code code) {
      return new Change(start, end, text, old, now, confidence, code);
    }
  }

  List<Change> changes(String text, Item item, Rules.Expected expected) {
    List<Change> changes = new ArrayList<>();
    Matcher run =
        (expected.use().isEscaped() ? ESCAPED_RUN : RUN)
            .matcher(text)
            .region(item.start(), item.end());
    while (run.find()) {
      boolean upward = places.move() && text.startsWith("..", run.start());
      if ((upward || words.mayBeIn(text, run.start(), run.end()))
          && isMeant(text, item, expected.use(), run.start())) {
        change(text, item, expected, run.start(), run.end()).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** Whether the format has a name or path here, and not a word of its own. */
  private static boolean isMeant(String text, Item item, Use use, int start) {
    String before = text.substring(item.start(), start);
    return switch (use) {
      case ENTRY_POINT ->
          before.indexOf('=') >= 0 || text.substring(start, item.end()).indexOf('=') < 0;
      case WARNING -> before.chars().filter(c -> c == ':').count() != 1; // the message
      case COMMAND -> !CommandWords.isComment(before);
      case NAME,
          PATH,
          FILES,
          EITHER,
          PACKAGE_PATH,
          PACKAGE_DATA,
          PATTERN,
          OUTSIDE,
          LABEL,
          REGEX,
          VALUE,
          TREE,
          BELOW,
          HANDLER,
          CODE,
          NOTHING ->
          true;
    };
  }

  private Optional<Change> change(
      String text, Item item, Rules.Expected expected, int runStart, int end) {
    NewPlaces whole = places.seenFromReader();
    if (whole != places && Openings.afterRoot(text, item, runStart, end) >= 0) {
      return new RunRewriter(whole, words, variables).change(text, item, expected, runStart, end);
    }
    Optional<ScriptVariables.Below> below =
        expected.use() == Use.COMMAND || expected.use() == Use.PATTERN
            ? variables.before(text, item.start(), runStart, end)
            : Optional.empty();
    boolean elsewhere =
        below.isPresent() && below.get().directory().isRelative() && whole != places;
    if (below.isPresent() && !elsewhere) {
      return below(text, item, expected, below.get(), end);
    }
    Optional<Change> behind =
        expected.use() == Use.COMMAND
            ? new VariableRuns(places, variables).change(text, item, runStart, end)
            : Optional.empty();
    if (behind.isPresent() || elsewhere) {
      return behind;
    }
    int start = Openings.begin(text, item, expected.use(), runStart, end);
    if (start >= end) {
      return Optional.empty();
    }
    if (start < 0) {
      return elsewhere(Run.of(text, item, expected, runStart, end));
    }
    Run run = Run.of(text, item, expected, start, end);
    Optional<Replacement> found = targets.find(run);
    if (found.isEmpty() && Openings.isGlued(text, runStart, start)) {
      run = Run.of(text, item, expected, start + 1, end);
      found = targets.name(run, false);
    }
    return changed(run, found, expected);
  }

  /** A path behind a variable for a directory, which goes on being seen from there. */
  private Optional<Change> below(
      String text, Item item, Rules.Expected expected, ScriptVariables.Below below, int end) {
    NewPlaces there = places.seenFromReader().seenFrom(below.directory());
    Run run = Run.of(text, item, expected, below.start(), end);
    Optional<Replacement> found = RunTargets.open(run.spelling(), run.open()).flatMap(there::path);
    return changed(run, found, expected);
  }

  private Optional<Change> changed(Run run, Optional<Replacement> found, Rules.Expected expected) {
    if (found.isEmpty() || !SAFE.matcher(found.get().text()).matches()) {
      return Optional.empty();
    }
    Replacement replacement = found.get();
    String raw = run.text().substring(run.start(), run.end());
    String old = run.spelling().substring(0, replacement.length());
    if (replacement.doubt().isPresent()) {
      return Optional.of(
          new Change(
              run.start(),
              run.end(),
              raw,
              old,
              replacement.text(),
              Confidence.LOW,
              replacement.doubt().get()));
    }
    boolean leaves =
        expected.use() == Use.LABEL
            ? leavesPackage(run, replacement)
            : staysWithin(run) && replacement.text().startsWith("../");
    Confidence confidence =
        leaves
            ? Confidence.LOW
            : expected.use() == Use.COMMAND && expected.confidence() != Confidence.LOW
                ? CommandWords.confidence(replacement, run.text(), run.start(), run.end())
                : expected.confidence();
    Change change =
        SmallestChange.of(
            run.start(), raw, old, replacement.text(), confidence, expected.use().isEscaped());
    if (confidence != Confidence.LOW) {
      return Optional.of(change);
    }
    boolean leadsUp = old.startsWith("../") && places.move();
    boolean inDirectory = run.use() == Use.COMMAND && places != places.seenFromReader();
    return Optional.of(
        leadsUp ? change.told(Code.M128) : inDirectory ? change.told(Code.M126) : change);
  }

  /** Whether no path that leads up is taken here. */
  private static boolean staysWithin(Run run) {
    return run.use() == Use.PACKAGE_DATA
        || (run.use() == Use.EITHER && run.item().path().getLast().equals("entry_point"));
  }

  /** Bazel sees no files of other packages by their paths. */
  private static boolean leavesPackage(Run run, Replacement replacement) {
    return !run.text().startsWith("//", Math.max(0, run.start() - 2))
        && replacement.text().indexOf('/') >= 0;
  }

  /** A path behind a wildcard, or one below a directory that only the reader knows. */
  private Optional<Change> elsewhere(Run run) {
    if (!run.use().mayBePath() || run.spelling().indexOf('/') < 0) {
      return Optional.empty();
    }
    Rules.Expected expected = run.expected();
    if (run.spelling().startsWith("//")) {
      return Addresses.find(run.spelling(), places)
          .map(
              found ->
                  new Change(
                      run.start(),
                      run.end(),
                      run.text().substring(run.start(), run.end()),
                      found.old(),
                      found.now(),
                      Confidence.LOW,
                      Code.M125));
    }
    if (isAbsolute(run) && places.knows(run.spelling())) {
      return changed(
          run,
          RunTargets.open(run.spelling(), run.open()).flatMap(places::absolute),
          new Rules.Expected(run.use(), Confidence.MEDIUM));
    }
    if (Openings.followsAnywhere(run.text(), run.item(), run.start())) {
      Run behind = Run.of(run.text(), run.item(), expected, run.start() + 1, run.end());
      Optional<Replacement> found =
          RunTargets.open(behind.spelling(), behind.open())
              .filter(path -> path.indexOf('/') >= 0)
              .flatMap(places::anywhere);
      if (found.isPresent()) {
        return changed(behind, found, new Rules.Expected(run.use(), Confidence.MEDIUM));
      }
    }
    if (!Openings.isBelowSomething(run.text(), run.item(), run.start())) {
      return Optional.empty();
    }
    Rules.Expected low = new Rules.Expected(run.use(), Confidence.LOW);
    for (int at = run.spelling().indexOf('/'); at >= 0; at = run.spelling().indexOf('/', at + 1)) {
      Run tail = Run.of(run.text(), run.item(), low, run.start() + at + 1, run.end());
      Optional<Replacement> found =
          RunTargets.open(tail.spelling(), tail.open())
              .filter(path -> path.indexOf('/') >= 0)
              .flatMap(places::anywhere);
      if (found.isPresent()) {
        return changed(tail, found, low)
            .map(change -> change.told() == Code.M126 ? change.told(Code.M111) : change);
      }
    }
    return Optional.empty();
  }

  private static boolean isAbsolute(Run run) {
    int before = run.start() - 1;
    return run.spelling().startsWith("/")
        && (run.start() == run.item().start()
            || " \t\n\"'=:,[(".indexOf(run.text().charAt(before)) >= 0);
  }
}
