package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.rewriting.PathReading.Climbing;
import dev.ferry.python.rewriting.PathReading.Component;
import dev.ferry.python.rewriting.PathReading.Start;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites paths that a file puts together from its own place or from that of a package, so that
 * they go on leading to what they led to; tells of the others that lead to something that moves.
 */
final class JoinedPaths implements PathReader.Constants {
  private static final Set<String> ANCHORS =
      Set.of("__file__", "join", "joinpath", "Path", "PurePath", "PosixPath", "PurePosixPath");

  private static final int LONGEST_TOLD = 80;

  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final Relocation relocation;
  private final MovedPaths paths;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final String path;
  private final String newPath;
  private final PathReader reader;
  private final ConstantTexts constants;
  private final Map<Integer, Optional<PathReading>> folded = new HashMap<>();

  /** The literals, and the climbing parts by their first bytes, of what was decided. */
  private final Set<Integer> judged = new HashSet<>();

  private final Map<Integer, Boolean> climbed = new HashMap<>();

  JoinedPaths(
      FileAnalysis analysis,
      Relocation relocation,
      ModuleNames names,
      TextEdits edits,
      @Nullable Confidence least,
      String path) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.relocation = relocation;
    this.paths = new MovedPaths(relocation);
    this.edits = edits;
    this.least = least;
    this.path = path;
    this.newPath = relocation.newPath(path);
    this.constants = new ConstantTexts(analysis);
    this.reader =
        new PathReader(
            tokens, this, new PackagePlaces(tokens, names, relocation, path), path, newPath);
  }

  void rewrite() {
    if (!isPossible()) {
      return;
    }
    for (int token = 0; token + 1 < tokens.size(); token++) {
      if (mayBegin(token)) {
        decide(token, reader.read(token, 0));
      }
    }
  }

  /** A quick look whether some path is put together here. */
  private boolean isPossible() {
    for (int token = 0; token + 1 < tokens.size(); token++) {
      boolean found =
          tokens.kind(token) == TokenKind.NAME
              ? isAnchor(token)
              : tokens.is(token, "/") && tokens.kind(token + 1) == TokenKind.STRING;
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnchor(int token) {
    int length = tokens.end(token) - tokens.start(token);
    if (length < 4 || length > 17) {
      return false;
    }
    String name = tokens.identifier(token);
    boolean known = ANCHORS.contains(name) || PackagePlaces.contains(name);
    boolean ofText = token > 1 && name.equals("join") && isMethodOfText(token - 1);
    return name.equals("__file__") || (tokens.is(token + 1, "(") && known && !ofText);
  }

  private boolean isMethodOfText(int dot) {
    return tokens.is(dot, ".") && tokens.kind(dot - 1) == TokenKind.STRING;
  }

  private boolean mayBegin(int token) {
    if (tokens.is(token, "(")) {
      return !Brackets.follow(tokens, token);
    }
    boolean goesOn =
        tokens.is(token + 1, ".") || tokens.is(token + 1, "(") || tokens.is(token + 1, "/");
    return tokens.kind(token) == TokenKind.NAME
        && goesOn
        && (token == 0 || !tokens.is(token - 1, "."));
  }

  @Override
  public @Nullable String text(int token) {
    return constants.at(token);
  }

  @Override
  public @Nullable PathReading path(int token, int depth) {
    int value = constants.valueOf(token);
    if (value < 0) {
      return null;
    }
    Optional<PathReading> known = folded.get(value);
    if (known == null) {
      folded.put(value, Optional.empty()); // while it is read: it may name itself
      known = Optional.ofNullable(fold(value, depth));
      folded.put(value, known);
    }
    return known.map(PathReading::copy).orElse(null);
  }

  private @Nullable PathReading fold(int value, int depth) {
    PathReading reading = reader.read(value, depth);
    boolean whole = tokens.kind(reading.next) == TokenKind.NEWLINE && !reading.isOpen();
    boolean text = tokens.kind(value) == TokenKind.STRING && reading.next == value + 1;
    if (!whole || reading.start() == Start.UNKNOWN || text) {
      return null;
    }
    return reading.folded(decide(value, reading));
  }

  /**
   * Rewrites an expression, or tells of it.
   *
   * @return where it will lead; null where that is not known
   */
  private @Nullable String decide(int first, PathReading reading) {
    List<Component> components = reading.components();
    boolean fresh = components.isEmpty();
    for (Component component : components) {
      fresh |= judged.add(component.token());
    }
    return switch (reading.start()) {
      case ELSEWHERE -> null;
      case UNKNOWN -> {
        tellEnd(reading, fresh);
        yield null;
      }
      case WORKING_DIRECTORY -> {
        tellWorking(reading, fresh);
        yield reading.oldPath();
      }
      case PLACE -> decidePlace(first, reading, fresh);
    };
  }

  /** Of a path only the end is known. */
  private void tellEnd(PathReading reading, boolean fresh) {
    List<Component> components = reading.components();
    if (!fresh || reading.isOpen() || components.stream().anyMatch(each -> !each.isHere())) {
      return;
    }
    for (int from = 0; from + 1 < components.size(); from++) {
      List<Component> end = components.subList(from, components.size());
      String tail = String.join("/", end.stream().map(Component::text).toList());
      Optional<String> now = moved(tail);
      if (now.isPresent()) {
        tell(end.getFirst(), end.getLast(), Code.M111, tail, now.get());
        return;
      }
    }
  }

  private void tellWorking(PathReading reading, boolean fresh) {
    List<Component> components = reading.components();
    String old = reading.oldPath();
    boolean several = components.stream().map(Component::token).distinct().count() > 1;
    if (fresh && old != null && (several || !reading.old().isEmpty()) && !components.isEmpty()) {
      Component first = components.getFirst();
      moved(old).ifPresent(now -> tell(first, components.getLast(), Code.M062, old, now));
    }
  }

  private void tell(Component first, Component last, Code code, String... arguments) {
    if (first.isHere() && last.isHere() && !edits.isSettled(first.start(), last.end())) {
      edits.note(first.start(), code, arguments);
    }
  }

  private Optional<String> moved(String old) {
    return paths.of(old).map(found -> found.now() + old.substring(found.old().length()));
  }

  private @Nullable String decidePlace(int first, PathReading reading, boolean fresh) {
    climb(first, reading);
    String old = reading.oldPath();
    if (old == null) {
      return null;
    }
    String wanted = moved(old).orElse(old);
    if (reading.isOpen() && fresh && wanted.equals(old) && !old.isEmpty()) {
      tellHolding(first, reading, old);
    }
    if (wanted.equals(reading.newPath()) || reading.components().isEmpty()) {
      return reading.newPath();
    }
    List<Component> components = reading.components();
    boolean here = components.stream().anyMatch(Component::isHere);
    if (!here) {
      return reading.newPath();
    }
    if (!fresh) {
      return wanted; // decided where it was read before
    }
    int from = components.getFirst().start();
    int to = components.getLast().end();
    boolean settled = from >= 0 && to > from && edits.isSettled(from, to);
    // where the file itself moves, what it climbs to may have been meant by its distance
    boolean own = relocation.isMoved(path);
    Confidence confidence = own ? Confidence.MEDIUM : Confidence.HIGH;
    boolean beside = own && wanted.equals(old) && isBeside(old);
    if (least != null && confidence.compareTo(least) <= 0 && !settled && !beside) {
      ComponentEdits change = ComponentEdits.of(tokens, reading, wanted);
      if (change != null) {
        change.apply(edits, confidence);
        if (own) {
          edits.note(tokens.start(first), Code.M134, text(first, reading.next), shown(wanted));
        }
        return wanted;
      }
    }
    if (!settled) {
      tellPlace(first, reading, old, wanted);
    }
    return reading.newPath();
  }

  /** Whether something lies in the file's own directory: it may be made there, or move too. */
  private boolean isBeside(String place) {
    String directory = RepoPaths.parent(path);
    return directory.isEmpty() || place.startsWith(directory + "/");
  }

  /** Which file of a directory is meant is only known when the program runs. */
  private void tellHolding(int first, PathReading reading, String directory) {
    relocation.paths().keySet().stream()
        .filter(file -> RepoPaths.parent(file).equals(directory))
        .sorted()
        .findFirst()
        .ifPresent(file -> edits.note(tokens.start(first), Code.M099, directory + "/", file));
  }

  private void tellPlace(int first, PathReading reading, String old, String wanted) {
    String text = text(first, reading.next);
    int at =
        reading.components().stream()
            .filter(Component::isHere)
            .map(Component::start)
            .findFirst()
            .orElse(tokens.start(first));
    if (wanted.equals(old)) {
      String now = reading.newPath();
      edits.note(at, Code.M133, text, old, now == null ? ".." : shown(now));
    } else {
      edits.note(at, Code.M132, text, old, wanted);
    }
  }

  /** Lets the climbing part of an expression of a moved file lead to where it led. */
  private void climb(int first, PathReading reading) {
    Climbing climbing = reading.climbing();
    String place = reading.old();
    boolean around =
        !RepoPaths.parent(path).equals(place)
            && (place.isEmpty() || newPath.startsWith(place + "/"))
            && paths.of(place).isEmpty();
    if (!reading.climbs() || climbing == null || !around || place.equals(reading.now())) {
      return;
    }
    Boolean known = climbed.get(climbing.start());
    if (known == null) {
      known = rewrite(first, reading, climbing, place);
      climbed.put(climbing.start(), known);
    }
    if (known) {
      reading.startsAt(place);
    }
  }

  private boolean rewrite(int first, PathReading reading, Climbing climbing, String place) {
    int more = reading.newDepth() - PathReading.depth(place);
    int count = climbing.count() + more;
    int start = climbing.start();
    String text = text(first, reading.next);
    boolean possible =
        switch (climbing.how()) {
          case ATTRIBUTES -> count > 0;
          case INDEX -> count > 0 && count <= 10;
          case CALLS -> more > 0 || climbing.within(-more) != null;
        };
    if (!possible || least == null || Confidence.MEDIUM.compareTo(least) > 0) {
      String now = reading.now();
      edits.note(start, Code.M133, text, shown(place), now == null ? ".." : shown(now));
      return false;
    }
    switch (climbing.how()) {
      case ATTRIBUTES -> {
        int added = climbing.end();
        if (more > 0) {
          replace(added, added, ".parent".repeat(more));
        } else {
          replace(added + more * ".parent".length(), added, "");
        }
      }
      case INDEX -> replace(start, climbing.end(), Integer.toString(count - 1));
      case CALLS -> {
        Climbing kept = more < 0 ? climbing.within(-more) : climbing;
        if (kept != null && more < 0) {
          replace(start, kept.start(), "");
          replace(kept.end(), climbing.end(), "");
        } else {
          replace(start, start, (climbing.function() + "(").repeat(more));
          replace(climbing.end(), climbing.end(), ")".repeat(more));
        }
      }
    }
    edits.note(start, Code.M134, text, shown(place));
    return true;
  }

  private void replace(int start, int end, String text) {
    edits.replace(start, end, text, EditReason.STRING, Confidence.MEDIUM);
  }

  /** The root of the repository has no name of its own. */
  private static String shown(String place) {
    return place.isEmpty() ? "." : place;
  }

  private String text(int first, int next) {
    String text = analysis.source().text(tokens.start(first), tokens.end(next - 1));
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST_TOLD ? line.substring(0, LONGEST_TOLD) + "..." : line;
  }
}
