package dev.ferry.python.rewriting;

import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an expression that makes a path: where it starts, and the components that are
 * added to that. Filled while the expression is read. Not safe for several threads.
 */
final class PathReading {
  /** Where a path starts. */
  enum Start {
    /** At a place of the repository that the program derives from its own. */
    PLACE,
    /** In whatever directory the process is. */
    WORKING_DIRECTORY,
    /** Somewhere. */
    UNKNOWN,
    /** Certainly not in the repository. */
    ELSEWHERE
  }

  /**
   * One component.
   *
   * @param start its first byte in the file; -1 where it stands in another expression
   * @param token the literal that it stands in
   */
  record Component(String text, int start, int end, int token) {
    boolean isHere() {
      return start >= 0;
    }
  }

  /** How an expression climbs from the file's own place. */
  enum Climb {
    /** {@code .parent.parent}. */
    ATTRIBUTES,
    /** {@code .parents[1]}. */
    INDEX,
    /** {@code dirname(dirname(...))}. */
    CALLS
  }

  /**
   * The climbing part of an expression.
   *
   * @param count of directories
   * @param start the first byte that changes with the count
   * @param inner the call that the function is given, where that climbs too
   */
  record Climbing(
      Climb how, int count, int start, int end, String function, @Nullable Climbing inner) {
    Climbing(Climb how, int count, int start, int end) {
      this(how, count, start, end, "", null);
    }

    /** So many calls less; null where other calls stand between them. */
    @Nullable Climbing within(int calls) {
      Climbing found = this;
      for (int i = 0; i < calls; i++) {
        Climbing next = found.inner;
        boolean direct =
            next != null
                && next.start == found.start + found.function.length() + 1
                && next.end == found.end - 1;
        if (next == null || !direct) {
          return null;
        }
        found = next;
      }
      return found;
    }
  }

  private Start start;
  private String old;
  private @Nullable String now;
  private final List<Component> components = new ArrayList<>();
  private @Nullable Climbing climbing;
  private boolean climbs;
  private boolean open;
  private int depth;

  /** The token after the expression. */
  int next;

  private PathReading(Start start, String old, @Nullable String now, int next) {
    this.start = start;
    this.old = old;
    this.now = now;
    this.next = next;
  }

  static PathReading of(Start start, int next) {
    return new PathReading(start, "", "", next);
  }

  /**
   * @param now where that place is after the moves; null where it is above the repository
   */
  static PathReading at(String old, @Nullable String now, int next) {
    return new PathReading(Start.PLACE, old, now, next);
  }

  /** The file itself, from which expressions climb. */
  static PathReading ofFile(String old, String now, int next) {
    PathReading reading = at(old, now, next);
    reading.climbs = true;
    reading.depth = depth(now);
    return reading;
  }

  /** How many components a path has. */
  static int depth(String path) {
    return path.isEmpty() ? 0 : 1 + (int) path.chars().filter(c -> c == '/').count();
  }

  /** The place that a name stands for whose expression was read, and perhaps rewritten. */
  PathReading folded(@Nullable String place) {
    String path = oldPath();
    if (path == null || start == Start.ELSEWHERE) {
      return of(Start.ELSEWHERE, next);
    }
    PathReading folded = new PathReading(start, start == Start.UNKNOWN ? "" : path, place, next);
    folded.climbs = climbs && components.isEmpty();
    folded.depth = place == null ? depth : depth(place);
    return folded;
  }

  PathReading copy() {
    PathReading copy = new PathReading(start, old, now, next);
    copy.climbs = climbs;
    copy.depth = depth;
    return copy;
  }

  /** How deep it will be in the repository; negative where it is above. */
  int newDepth() {
    return depth;
  }

  Start start() {
    return start;
  }

  /** Where the components start, before the moves. */
  String old() {
    return old;
  }

  /** Where the components start afterwards; null where that is above the repository. */
  @Nullable String now() {
    return now;
  }

  List<Component> components() {
    return components;
  }

  @Nullable Climbing climbing() {
    return climbing;
  }

  /** Whether it is the file's own place, or a directory around it. */
  boolean climbs() {
    return climbs;
  }

  /** Whether more follows of which nothing is known. */
  boolean isOpen() {
    return open;
  }

  void opens() {
    open = true;
  }

  void isUnknown() {
    start = Start.UNKNOWN;
    components.clear();
    open = true;
  }

  /** What was read so far is of no matter: something unknown follows. */
  void restarts() {
    start = start == Start.ELSEWHERE ? start : Start.UNKNOWN;
    components.clear();
    climbing = null;
    climbs = false;
  }

  /** What the climbing will lead to once it is rewritten. */
  void startsAt(String place) {
    now = place;
    depth = depth(place);
  }

  void add(Component component) {
    if (!open && !component.text().isEmpty()) {
      components.add(component);
    }
  }

  /** The directory around it. */
  void climb(@Nullable Climbing as) {
    if (!components.isEmpty()) {
      components.removeLast();
      return;
    }
    if (start != Start.PLACE) {
      return;
    }
    climbs &= as != null && (climbing == null || climbing.how() == as.how());
    climbing = climbs ? as : null;
    if (old.isEmpty()) {
      start = Start.ELSEWHERE;
    }
    old = RepoPaths.parent(old);
    depth--;
    now = now == null || now.isEmpty() ? null : RepoPaths.parent(now);
  }

  /** The whole path before the moves; null where it leaves the repository. */
  @Nullable String oldPath() {
    return joined(old);
  }

  /** The whole path afterwards, as the expression is written; null where it leaves. */
  @Nullable String newPath() {
    return now == null ? null : joined(now);
  }

  private @Nullable String joined(String base) {
    String path = base;
    for (Component component : components) {
      if (component.text().equals("..")) {
        if (path.isEmpty()) {
          return null;
        }
        path = RepoPaths.parent(path);
      } else if (!component.text().equals(".")) {
        path = path.isEmpty() ? component.text() : path + "/" + component.text();
      }
    }
    return path;
  }
}
