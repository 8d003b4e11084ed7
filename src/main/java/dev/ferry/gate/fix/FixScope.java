package dev.ferry.gate.fix;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the operator may change for one module. What the configuration protects comes before what it
 * allows, and both before what holds without it: there a test is protected even where the move
 * rewrote it.
 *
 * @param moved destinations of the moved files, which must stay
 */
public record FixScope(Globs configured, Globs usual, Set<String> moved, Limits limits) {
  /** Paths that may be changed, and paths that may not. */
  public record Globs(List<PathPattern> allowed, List<PathPattern> guarded) {
    public Globs {
      allowed = List.copyOf(allowed);
      guarded = List.copyOf(guarded);
    }

    private boolean allows(String path) {
      return allowed.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private boolean guards(String path) {
      return guarded.stream().anyMatch(pattern -> pattern.matches(path));
    }
  }

  /** How large a change may be, in files and in lines added and removed. */
  public record Limits(int files, int lines) {}

  private static final Set<String> RULING_NAMES = Set.of(".git", ".gitmodules");

  public FixScope {
    moved = Set.copyOf(moved);
  }

  /** All that is wrong with a change, in the order of its files; empty where it may be judged. */
  public List<Problem> judge(Collection<FixedFile> files) {
    List<Problem> problems = new ArrayList<>();
    files.forEach(file -> judge(file, problems));
    if (files.size() > limits.files()) {
      problems.add(
          Problem.of(Code.H013, Integer.toString(files.size()), Integer.toString(limits.files())));
    }
    long lines = files.stream().mapToLong(FixedFile::lines).sum();
    if (lines > limits.lines()) {
      problems.add(Problem.of(Code.H014, Long.toString(lines), Integer.toString(limits.lines())));
    }
    return problems;
  }

  private void judge(FixedFile file, List<Problem> problems) {
    String path = file.path();
    switch (placeOf(path)) {
      case OUTSIDE -> problems.add(Problem.at(path, 0, Code.H010, path));
      case GUARDED -> problems.add(Problem.at(path, 0, Code.H011, path));
      case ALLOWED -> {}
    }
    if (file.isSpecial()) {
      problems.add(Problem.at(path, 0, Code.H012, path, file.modeAfter()));
    }
    if (file.isGone() && moved.contains(path)) {
      problems.add(Problem.at(path, 0, Code.H016, path));
    }
    if (file.binary()) {
      problems.add(Problem.at(path, 0, Code.H015, path));
    }
  }

  private enum Place {
    ALLOWED,
    GUARDED,
    OUTSIDE
  }

  private Place placeOf(String path) {
    boolean rules = List.of(path.split("/")).stream().anyMatch(RULING_NAMES::contains);
    if (rules || configured.guards(path)) {
      return Place.GUARDED;
    }
    if (configured.allows(path)) {
      return Place.ALLOWED;
    }
    if (usual.guards(path)) {
      return Place.GUARDED;
    }
    return usual.allows(path) ? Place.ALLOWED : Place.OUTSIDE;
  }
}
