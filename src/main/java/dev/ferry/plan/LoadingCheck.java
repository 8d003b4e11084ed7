package dev.ferry.plan;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.plan.LoadingTrial.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Tells which files, loaded before any other, meet something half loaded that they did not meet
 * before the moves: what an import takes of it may not be there yet.
 */
final class LoadingCheck {
  private final Snapshot base;
  private final Snapshot after;
  private final UnaryOperator<String> newPath;

  /**
   * @param newPath where a file stands after the moves
   */
  LoadingCheck(Snapshot base, Snapshot after, UnaryOperator<String> newPath) {
    this.base = base;
    this.after = after;
    this.newPath = newPath;
  }

  /** The same, each import that may still work with the first of the files alone. */
  List<Problem> told(Collection<String> paths) {
    Set<List<String>> known = new HashSet<>();
    return met(paths).stream()
        .filter(
            problem ->
                problem.code() != Code.M131
                    || known.add(problem.arguments().subList(1, problem.arguments().size())))
        .toList();
  }

  /**
   * @param paths files by their old paths
   */
  List<Problem> met(Collection<String> paths) {
    List<Problem> found = new ArrayList<>();
    for (String path : new TreeSet<>(paths)) {
      List<Problem> own = new ArrayList<>();
      if (met(path, false, own)) {
        met(path, true, own);
      }
      own.stream().distinct().forEach(found::add);
    }
    return found;
  }

  /** Returns whether it may be otherwise where functions are called, or are not. */
  private boolean met(String path, boolean calling, List<Problem> found) {
    String now = newPath.apply(path);
    LoadingTrial later = LoadingTrial.of(after, now, calling);
    if (later.meetings().isEmpty()) {
      return later.depends();
    }
    LoadingTrial earlier = LoadingTrial.of(base, path, calling);
    Optional<Meeting> failure = later.failure();
    boolean fails = earlier.whole() && !later.whole();
    if (failure.isPresent() && (fails || !failure.equals(earlier.failure().map(this::moved)))) {
      found.add(problem(now, failure.get(), later.whole() ? Code.M139 : Code.M130));
      return later.depends();
    }
    Set<Meeting> known = new HashSet<>();
    earlier.meetings().forEach(meeting -> known.add(moved(meeting)));
    for (Meeting meeting : later.meetings()) {
      if (!known.contains(meeting)) {
        found.add(problem(now, meeting, Code.M131));
      }
    }
    return later.depends();
  }

  private static Problem problem(String path, Meeting meeting, Code code) {
    return Problem.at(path, 0, code, path, meeting.importer(), meeting.file(), meeting.name());
  }

  private Meeting moved(Meeting meeting) {
    return new Meeting(
        newPath.apply(meeting.importer()), newPath.apply(meeting.file()), meeting.name());
  }
}
