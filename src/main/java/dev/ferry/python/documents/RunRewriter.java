package dev.ferry.python.documents;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.NewPlaces.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names and paths in an item: runs of the characters that these consist of, each taken
 * from its beginning, so that {@code old.labs.x} and {@code x/labs/x.py} are other things. What
 * only ends with the path of something that moves is found too, at low confidence.
 */
final class RunRewriter {
  /** What makes a longer word of a run that ends before it. */
  private static final String CONTINUING = "*?[{$\\~+@%";

  /** The same in a regular expression. */
  private static final String REPEATING = "*?[{+\\";

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*(?:\\.[\\w\\x80-\\uffff]+)*");

  private static final Pattern SAFE = Pattern.compile("[\\w.:/\\x80-\\uffff-]+");

  private static final Pattern RUN = Pattern.compile("[\\w./\\x80-\\xff-]+");

  private static final Pattern ESCAPED_RUN =
      Pattern.compile("(?:\\\\{1,2}[.-]|[\\w./\\x80-\\xff-])+");

  private final NewPlaces places;
  private final TellingWords words;
  private final ScriptVariables variables;

  RunRewriter(NewPlaces places, TellingWords words) {
    this(places, words, new ScriptVariables());
  }

  /**
   * @param variables in which the document keeps directories
   */
  RunRewriter(NewPlaces places, TellingWords words, ScriptVariables variables) {
    this.variables = variables;
    this.places = places;
    this.words = words;
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

  /**
   * A run in an item.
   *
   * @param text of the whole document
   * @param run its characters, without those that escape others
   * @param open whether it goes on in a wildcard or the like
   */
  private record Place(
      String text,
      Item item,
      Rules.Expected expected,
      int start,
      int end,
      String run,
      boolean open) {
    Use use() {
      return expected.use();
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
      return elsewhere(place(text, item, expected, runStart, end));
    }
    Place place = place(text, item, expected, start, end);
    Optional<Replacement> found = find(place);
    if (found.isEmpty() && Openings.isGlued(text, runStart, start)) {
      place = place(text, item, expected, start + 1, end);
      found = name(place, false);
    }
    return changed(place, found, expected);
  }

  /** A path behind a variable for a directory, which goes on being seen from there. */
  private Optional<Change> below(
      String text, Item item, Rules.Expected expected, ScriptVariables.Below below, int end) {
    NewPlaces there = places.seenFromReader().seenFrom(below.directory());
    Place place = place(text, item, expected, below.start(), end);
    Optional<Replacement> found = open(place.run(), place.open()).flatMap(there::path);
    return changed(place, found, expected);
  }

  private static Place place(String text, Item item, Rules.Expected expected, int start, int end) {
    boolean escaped = expected.use().isEscaped();
    String raw = text.substring(start, end);
    String continuing = escaped ? REPEATING : CONTINUING;
    boolean open = end < text.length() && continuing.indexOf(text.charAt(end)) >= 0;
    String run = Latin.decode(escaped ? raw.replace("\\", "") : raw);
    return new Place(text, item, expected, start, end, run, open);
  }

  private Optional<Change> changed(
      Place place, Optional<Replacement> found, Rules.Expected expected) {
    if (found.isEmpty() || !SAFE.matcher(found.get().text()).matches()) {
      return Optional.empty();
    }
    Replacement replacement = found.get();
    String raw = place.text().substring(place.start(), place.end());
    String old = place.run().substring(0, replacement.length());
    if (replacement.doubt().isPresent()) {
      return Optional.of(
          new Change(
              place.start(),
              place.end(),
              raw,
              old,
              replacement.text(),
              Confidence.LOW,
              replacement.doubt().get()));
    }
    boolean leaves =
        expected.use() == Use.LABEL
            ? leavesPackage(place, replacement)
            : staysWithin(place) && replacement.text().startsWith("../");
    Confidence confidence =
        leaves
            ? Confidence.LOW
            : expected.use() == Use.COMMAND && expected.confidence() != Confidence.LOW
                ? CommandWords.confidence(replacement, place.text(), place.start(), place.end())
                : expected.confidence();
    Change change =
        SmallestChange.of(
            place.start(), raw, old, replacement.text(), confidence, expected.use().isEscaped());
    if (confidence != Confidence.LOW) {
      return Optional.of(change);
    }
    boolean leadsUp = old.startsWith("../") && places.move();
    boolean inDirectory = place.use() == Use.COMMAND && places != places.seenFromReader();
    return Optional.of(
        leadsUp ? change.told(Code.M128) : inDirectory ? change.told(Code.M126) : change);
  }

  /** Whether no path that leads up is taken here. */
  private static boolean staysWithin(Place place) {
    return place.use() == Use.PACKAGE_DATA
        || (place.use() == Use.EITHER && place.item().path().getLast().equals("entry_point"));
  }

  /** Bazel sees no files of other packages by their paths. */
  private static boolean leavesPackage(Place place, Replacement replacement) {
    return !place.text().startsWith("//", Math.max(0, place.start() - 2))
        && replacement.text().indexOf('/') >= 0;
  }

  /** A path behind a wildcard, or one below a directory that only the reader knows. */
  private Optional<Change> elsewhere(Place place) {
    if (!place.use().mayBePath() || place.run().indexOf('/') < 0) {
      return Optional.empty();
    }
    Rules.Expected expected = place.expected();
    if (place.run().startsWith("//")) {
      return Addresses.find(place.run(), places)
          .map(
              found ->
                  new Change(
                      place.start(),
                      place.end(),
                      place.text().substring(place.start(), place.end()),
                      found.old(),
                      found.now(),
                      Confidence.LOW,
                      Code.M125));
    }
    if (isAbsolute(place) && places.knows(place.run())) {
      return changed(
          place,
          open(place.run(), place.open()).flatMap(places::absolute),
          new Rules.Expected(place.use(), Confidence.MEDIUM));
    }
    if (Openings.followsAnywhere(place.text(), place.item(), place.start())) {
      Place behind = place(place.text(), place.item(), expected, place.start() + 1, place.end());
      Optional<Replacement> found =
          open(behind.run(), behind.open())
              .filter(path -> path.indexOf('/') >= 0)
              .flatMap(places::anywhere);
      if (found.isPresent()) {
        return changed(behind, found, new Rules.Expected(place.use(), Confidence.MEDIUM));
      }
    }
    if (!Openings.isBelowSomething(place.text(), place.item(), place.start())) {
      return Optional.empty();
    }
    Rules.Expected low = new Rules.Expected(place.use(), Confidence.LOW);
    for (int at = place.run().indexOf('/'); at >= 0; at = place.run().indexOf('/', at + 1)) {
      Place tail = place(place.text(), place.item(), low, place.start() + at + 1, place.end());
      Optional<Replacement> found =
          open(tail.run(), tail.open())
              .filter(path -> path.indexOf('/') >= 0)
              .flatMap(places::anywhere);
      if (found.isPresent()) {
        return changed(tail, found, low)
            .map(change -> change.told() == Code.M126 ? change.told(Code.M111) : change);
      }
    }
    return Optional.empty();
  }

  private static boolean isAbsolute(Place place) {
    int before = place.start() - 1;
    return place.run().startsWith("/")
        && (place.start() == place.item().start()
            || " \t\n\"'=:,[(".indexOf(place.text().charAt(before)) >= 0);
  }

  private Optional<Replacement> find(Place place) {
    return switch (place.use()) {
      case NAME -> name(place, true).or(() -> named(place, places::moduleHere));
      case HANDLER ->
          place.run().indexOf('/') >= 0
              ? handler(place)
              : name(place, true).or(() -> named(place, places::moduleHere));
      case ENTRY_POINT, WARNING -> name(place, true);
      case PATH, PATTERN, REGEX, TREE -> path(place, true);
      case LABEL -> label(place);
      case FILES -> path(place, false);
      case PACKAGE_PATH ->
          open(place.run(), place.open())
              .flatMap(path -> places.packagePath(path).or(() -> places.path(path)));
      case PACKAGE_DATA ->
          places
              .withinPackage(Latin.decode(place.item().path().getLast()))
              .flatMap(inside -> open(place.run(), place.open()).flatMap(inside::path));
      case EITHER -> path(place, true).or(() -> name(place, true));
      case COMMAND ->
          path(
                  place,
                  CommandWords.isDirectory(place.text(), place.item(), place.start())
                      || variables.isDirectoryAt(place.start()))
              .or(() -> sources(place))
              .or(() -> commandName(place));
      case VALUE ->
          isWhole(place) ? path(place, false).or(() -> name(place, false)) : Optional.empty();
      case OUTSIDE -> places.areOutside() ? path(place, true) : Optional.empty();
      case BELOW, CODE, NOTHING -> Optional.empty();
    };
  }

  /** {@code a/b.function}: the file is named without its ending. */
  private Optional<Replacement> handler(Place place) {
    int dot = place.run().lastIndexOf('.');
    if (dot < place.run().lastIndexOf('/')) {
      return Optional.empty();
    }
    String file = place.run().substring(0, dot) + ".py";
    return places
        .path(file)
        .filter(found -> found.length() == file.length() && found.text().endsWith(".py"))
        .map(
            found ->
                new Replacement(
                    dot,
                    found.text().substring(0, found.text().length() - 3),
                    true,
                    found.doubt()));
  }

  /** A directory, or the package that {@code --cov} and {@code -p} are given, in one word. */
  private Optional<Replacement> sources(Place place) {
    boolean asked = place.run().indexOf('/') < 0 && !place.open();
    return asked && CommandWords.isSources(place.text(), place.item(), place.start())
        ? path(place, true)
            .or(
                () ->
                    CommandWords.isPackage(place.text(), place.item(), place.start())
                        ? name(place, true)
                        : Optional.empty())
        : Optional.empty();
  }

  private Optional<Replacement> commandName(Place place) {
    if (CommandWords.namesOther(place.text(), place.item(), place.start())) {
      return Optional.empty();
    }
    boolean run = CommandWords.isRun(place.text(), place.item(), place.start(), place.end());
    Optional<Replacement> named = name(place, run);
    return named.isEmpty() && run ? named(place, places::moduleHere) : named;
  }

  /** A run that goes on in a wildcard or the like ends with its last whole component. */
  static Optional<String> open(String run, boolean open) {
    int slash = run.lastIndexOf('/');
    String whole = open ? run.substring(0, Math.max(0, slash)) : run;
    while (whole.endsWith("/") || (whole.endsWith(".") && !isUpward(whole))) {
      whole = whole.substring(0, whole.length() - 1);
    }
    return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
  }

  private static boolean isUpward(String path) {
    return path.equals(".") || path.equals("..") || path.endsWith("/..");
  }

  private Optional<Replacement> path(Place place, boolean singles) {
    return open(place.run(), place.open())
        .filter(
            path ->
                singles
                    || path.indexOf('/') >= 0
                    || path.endsWith(".py")
                    || place.run().endsWith("/"))
        .flatMap(places::path);
  }

  /** The short form of a label names the target that is called as its package. */
  private Optional<Replacement> label(Place place) {
    String before = place.text().substring(place.item().start(), place.start());
    if (before.endsWith(":")) {
      return before.startsWith("//") && place.run().indexOf('.') > 0
          ? places
              .rootPath(before.substring(2, before.length() - 1) + "/" + place.run())
              .filter(Replacement::whole)
              .map(found -> new Replacement(place.run().length(), found.text(), true))
          : Optional.empty();
    }
    if (!before.endsWith("//")) {
      return path(place, true);
    }
    boolean full = place.text().startsWith(":", place.end());
    return places
        .rootPath(place.run())
        .map(
            found ->
                full || RepoPaths.name(found.text()).equals(RepoPaths.name(place.run()))
                    ? found
                    : new Replacement(
                        found.length(),
                        found.text() + (found.whole() ? ":" + RepoPaths.name(place.run()) : ""),
                        found.whole()));
  }

  private Optional<Replacement> name(Place place, boolean singles) {
    return named(place, name -> places.name(name, singles));
  }

  private static Optional<Replacement> named(
      Place place, Function<String, Optional<Replacement>> lookup) {
    Matcher matcher = NAME.matcher(place.run());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = place.run().substring(matcher.end());
    String name = matcher.group();
    if (!rest.isEmpty() && !rest.equals(".")) {
      return Optional.empty(); // a dash or a slash: the word of something else
    }
    if (place.open() && rest.isEmpty()) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    if (name.isEmpty() || (rest.isEmpty() && CommandWords.isVersioned(place.text(), place.end()))) {
      return Optional.empty();
    }
    return lookup.apply(name);
  }

  private static boolean isWhole(Place place) {
    String text = place.text();
    return text.substring(place.item().start(), place.start()).matches("[\\s,.+!-]*/?|ext://")
        && text.substring(place.end(), place.item().end())
            .matches("[\\s,;]*|:[\\w.]+|\\.?[*?\\[]\\S*");
  }
}
