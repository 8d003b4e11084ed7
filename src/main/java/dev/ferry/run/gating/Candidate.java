package dev.ferry.run.gating;

import dev.ferry.facts.Snapshot;
import dev.ferry.gate.ScopeVerdict.Change;
import dev.ferry.model.Move;
import dev.ferry.model.TreeEntry;
import dev.ferry.probe.Revision;
import dev.ferry.toolchain.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A commit to judge, beside the one it was made from.
 *
 * @param paths of moved files, from base to candidate
 * @param modules names of moved modules, from base to candidate
 * @param edited paths at the candidate of all files that were written or rewritten, moved ones
 *     apart
 * @param scaffolds the test that was written for a move, by the move's source
 */
public record Candidate(
    Revision base,
    Revision revision,
    Snapshot before,
    Snapshot after,
    List<Move> moves,
    Map<String, String> paths,
    Map<String, String> modules,
    Set<String> edited,
    Map<String, String> scaffolds) {
  public Candidate {
    moves = List.copyOf(moves);
    paths = Map.copyOf(paths);
    modules = Map.copyOf(modules);
    edited = Set.copyOf(edited);
    scaffolds = Map.copyOf(scaffolds);
  }

  /** A commit that moves nothing, beside its parent. */
  public static Candidate unmoved(
      Revision base, Revision revision, Snapshot before, Snapshot after) {
    return renamed(base, revision, before, after, Map.of(), Map.of());
  }

  /**
   * A commit in which files have other names than before, by no moves that could be planned.
   *
   * @param paths of renamed files, from base to candidate
   * @param modules their names, from base to candidate
   */
  public static Candidate renamed(
      Revision base,
      Revision revision,
      Snapshot before,
      Snapshot after,
      Map<String, String> paths,
      Map<String, String> modules) {
    Candidate all =
        new Candidate(base, revision, before, after, List.of(), paths, modules, Set.of(), Map.of());
    Set<String> edited = new TreeSet<>(all.changes().keySet());
    edited.removeAll(paths.keySet());
    edited.removeAll(paths.values());
    return new Candidate(
        base, revision, before, after, List.of(), paths, modules, edited, Map.of());
  }

  /** False for a commit that somebody made for something else. */
  boolean isOfMoves() {
    return !moves.isEmpty();
  }

  /** Sources of the language at base that are changed, renamed or gone, sorted. */
  List<String> changedSourcesAtBase() {
    return changes().keySet().stream().filter(path -> before.facts(path).isPresent()).toList();
  }

  /** Sources of the language that are new or changed, sorted. */
  List<String> changedSourcesNow() {
    return changes().keySet().stream().filter(path -> after.facts(path).isPresent()).toList();
  }

  /** Where a file of base stands at the candidate. */
  String pathNow(String pathAtBase) {
    return paths.getOrDefault(pathAtBase, pathAtBase);
  }

  /**
   * An argument of a command at base, for the candidate: where it names a moved file or folder, or
   * a test in one, it names its new place.
   */
  String argumentNow(String argument) {
    String file = TestReport.fileOf(argument);
    String rest = argument.substring(file.length());
    boolean slash = file.endsWith("/");
    String path = slash ? file.substring(0, file.length() - 1) : file;
    for (Move move : moves) {
      if (path.equals(move.source()) || path.startsWith(move.source() + "/")) {
        String now = move.destination() + path.substring(move.source().length());
        return now + (slash ? "/" : "") + rest;
      }
    }
    return argument;
  }

  /** Everything that the move touched and that is still there, sorted. */
  List<String> touched() {
    Set<String> touched = new TreeSet<>(edited);
    touched.addAll(paths.values());
    touched.removeIf(path -> !after.listing().containsFile(path));
    return List.copyOf(touched);
  }

  /** Every path that differs between base and candidate. */
  public Map<String, Change> changes() {
    Map<String, Change> changes = new TreeMap<>();
    for (TreeEntry entry : before.listing().entries()) {
      Optional<TreeEntry> now = after.listing().find(entry.path());
      if (now.isEmpty()) {
        changes.put(entry.path(), Change.DELETED);
      } else if (!now.get().equals(entry)) {
        changes.put(entry.path(), Change.CHANGED);
      }
    }
    for (TreeEntry entry : after.listing().entries()) {
      if (!before.listing().containsFile(entry.path())) {
        changes.put(entry.path(), Change.ADDED);
      }
    }
    return changes;
  }

  /** Paths that the move may touch. */
  public Set<String> closure() {
    Set<String> closure = new TreeSet<>(edited);
    closure.addAll(paths.keySet());
    closure.addAll(paths.values());
    closure.addAll(scaffolds.values());
    return closure;
  }

  /** The sources of the language that a move takes along, at base. */
  List<String> sourcesOf(Move move) {
    if (before.listing().containsFile(move.source())) {
      return List.of(move.source());
    }
    List<String> sources = new ArrayList<>();
    for (String path : before.sources()) {
      if (path.startsWith(move.source() + "/")) {
        sources.add(path);
      }
    }
    return sources;
  }

  /**
   * Where a test of base stands at the candidate. Parameters may hold a moved module's name; the
   * renamed id is taken where only that one ran.
   */
  String idNow(String idAtBase, TestReport ran) {
    String file = TestReport.fileOf(idAtBase);
    String rest = idAtBase.substring(file.length());
    String id = pathNow(file) + rest;
    if (ran.results().containsKey(id) || rest.indexOf('[') < 0) {
      return id;
    }
    String renamed = rest;
    for (Map.Entry<String, String> module : modules.entrySet()) {
      renamed = renamed.replace(module.getKey(), module.getValue());
    }
    String other = pathNow(file) + renamed;
    return ran.results().containsKey(other) ? other : id;
  }

  /** Names that must be gone: those that no other module took over. */
  Set<String> gone() {
    Set<String> gone = new TreeSet<>(modules.keySet());
    gone.removeAll(modules.values());
    return gone;
  }
}
