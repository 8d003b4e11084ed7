package dev.ferry.plan;

import dev.ferry.facts.DocumentFormats;
import dev.ferry.facts.FactWords;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleGraph;
import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.NewRoots;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Resolution;
import dev.ferry.facts.Shim;
import dev.ferry.facts.Shims;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Edit;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import dev.ferry.model.ShimMark;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plans moves: which files go where, and which bytes change. Pure; one planner serves several
 * threads, and remembers the references of the snapshot it was asked about last.
 */
public final class MovePlanner {
  private final ModuleLayout layout;
  private final ModuleRewriter rewriter;
  private final Map<Snapshot, ReferenceIndex> indexes = new WeakHashMap<>();
  private final Map<Snapshot, Map<String, Set<String>>> edges = new WeakHashMap<>();

  public MovePlanner(ModuleLayout layout, ModuleRewriter rewriter) {
    this.layout = layout;
    this.rewriter = rewriter;
  }

  /**
   * Plans several moves as one map: all are resolved against the base and applied together.
   *
   * @param moves directories stand for all that lies below them
   */
  public MovePlan plan(Snapshot base, List<Move> moves, MoveOptions options) {
    List<Problem> problems =
        new MoveCheck(
                base.listing(),
                base.modules(),
                layout,
                path -> mark(base, path),
                new ImportedSources(base, () -> index(base)))
            .check(moves);
    List<Problem> errors = errors(problems);
    if (!errors.isEmpty()) {
      return MovePlan.refused(moves, errors, withoutErrors(problems));
    }
    Map<String, String> paths = paths(base, moves);
    Map<String, TreeChange> placed = new TreeMap<>();
    for (Map.Entry<String, String> path : paths.entrySet()) {
      TreeEntry entry = base.listing().find(path.getKey()).orElseThrow();
      placed.put(path.getValue(), new TreeChange.Place(path.getValue(), entry.mode(), entry.id()));
    }
    NewRoots made = layout.rootsMade(base.listing(), base.modules(), moves);
    for (Move move : moves) {
      for (String file : layout.packageFiles(base.listing(), base.modules(), move, moves, made)) {
        placed.putIfAbsent(file, new TreeChange.Write(file, "100644", new byte[0]));
      }
    }
    List<TreeChange> structure = changes(paths, placed.values());
    ModuleTable after = base.after(structure).modules();
    Relocation relocation =
        new Relocation(
            moves,
            paths,
            base.modules(),
            after,
            base::facts,
            (path, name) -> isReadFrom(base, path, name));
    return rewrite(base, relocation, placed, problems, options);
  }

  private static Optional<ShimMark> mark(Snapshot base, String path) {
    return base.content(path).flatMap(ShimMark::of);
  }

  private static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
  }

  private static List<Problem> withoutErrors(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() != Severity.ERROR).toList();
  }

  /** Where every single file goes; a move of a file wins over that of a directory around it. */
  private Map<String, String> paths(Snapshot base, List<Move> moves) {
    Map<String, String> paths = new LinkedHashMap<>();
    List<Move> outerFirst =
        moves.stream()
            .filter(move -> !move.isInPlace())
            .sorted(java.util.Comparator.comparingInt(move -> move.source().length()))
            .toList();
    for (Move move : outerFirst) {
      if (base.listing().containsFile(move.source())) {
        paths.put(move.source(), move.destination());
        layout.companions(base.listing(), move, moves).forEach(paths::putIfAbsent);
      }
      for (TreeEntry entry : base.listing().below(move.source())) {
        paths.put(
            entry.path(), move.destination() + entry.path().substring(move.source().length()));
      }
    }
    return paths;
  }

  /** Deletions first, of what nothing new takes the place of. */
  private static List<TreeChange> changes(
      Map<String, String> paths, Collection<TreeChange> placed) {
    Set<String> kept = new LinkedHashSet<>();
    placed.forEach(change -> kept.add(change.path()));
    List<TreeChange> changes = new ArrayList<>();
    for (String source : new TreeSet<>(paths.keySet())) {
      if (!kept.contains(source)) {
        changes.add(new TreeChange.Delete(source));
      }
    }
    changes.addAll(placed);
    return changes;
  }

  /** Whether some import takes this name out of the file. */
  private static boolean isReadFrom(Snapshot base, String path, String name) {
    Set<Set<Integer>> words = new LinkedHashSet<>();
    for (String module : base.modules().namesOf(path)) {
      words.add(both(FactWords.last(name), FactWords.of(last(module))));
    }
    String place = ReferenceIndex.placeOf(path);
    words.add(both(FactWords.last(name), FactWords.of(last(place))));
    words.add(both(FactWords.last(name), FactWords.RELATIVE_NAMES));
    for (String importer : base.sourcesHolding(words)) {
      List<ImportFact> imports = base.facts(importer).map(FileFacts::imports).orElse(List.of());
      for (ImportFact fact : imports) {
        // "from .. import b" names the file itself, not a b within it
        if (name.equals(fact.name()) && leadsInto(path, base.resolve(importer, fact))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean leadsInto(String path, Resolution target) {
    return !(target instanceof Resolution.Module)
        && ModuleGraph.targetPath(target).filter(path::equals).isPresent();
  }

  private static Set<Integer> both(int one, int other) {
    return new LinkedHashSet<>(List.of(one, other));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private MovePlan rewrite(
      Snapshot base,
      Relocation relocation,
      Map<String, TreeChange> placed,
      List<Problem> problems,
      MoveOptions options) {
    Set<String> candidates = candidates(base, relocation);
    List<Edit> edits = new ArrayList<>();
    List<Problem> notes = new ArrayList<>(problems);
    List<Problem> refusals = new ArrayList<>();
    Map<String, Integer> similarities = new TreeMap<>();
    RewrittenFile.Maker maker =
        new RewrittenFile.Maker(rewriter, layout, base, relocation, options);
    for (RewrittenFile file : maker.all(candidates)) {
      notes.addAll(file.notes());
      edits.addAll(file.edits());
      file.changed()
          .ifPresent(
              change -> {
                placed.put(change.path(), change);
                if (relocation.isMoved(file.path())) {
                  similarities.put(file.path(), file.similarity());
                }
              });
    }
    MovedLinks links = MovedLinks.of(base, relocation);
    links.changes().forEach(change -> placed.put(change.path(), change));
    edits.addAll(links.edits());
    notes.addAll(links.notes());
    List<TreeChange> changes = changes(relocation.paths(), placed.values());
    Snapshot after = base.after(changes);
    ImportCheck check = new ImportCheck(base, after, relocation);
    for (Problem problem : check.newlyDangling(mayDangle(base, after, relocation, candidates))) {
      (problem.severity() == Severity.ERROR ? refusals : notes).add(problem);
    }
    notes.addAll(check.healed(index(base)));
    notes.addAll(check.hidden());
    notes.addAll(check.hiddenDirectories());
    SearchPathImports searched = new SearchPathImports(base, after, relocation);
    notes.addAll(searched.leftBehind(candidates));
    notes.addAll(searched.foundTwice(candidates));
    notes.addAll(searched.found(index(base).searching()));
    notes.addAll(searched.foundByScripts(index(base).searching()));
    notes.addAll(new UnnamedSources(layout, base, after, relocation).told());
    notes.addAll(ambiguous(base, relocation));
    Set<String> touched = new TreeSet<>(relocation.paths().keySet());
    edits.forEach(edit -> touched.add(edit.path()));
    ImportEdges importEdges = new ImportEdges(base, after, relocation, touched, edges(base));
    ImportCycles cycles = new ImportCycles(base, after, relocation, importEdges);
    notes.addAll(cycles.closed(touched));
    notes.addAll(cycles.enteredOtherwise());
    Set<String> leading = new WaysToCircles(base, after, relocation, importEdges).of(touched);
    notes.addAll(new LoadingCheck(base, after, relocation::newPath).told(leading));
    notes.addAll(hazards(base, relocation));
    List<Rename> renames = renames(relocation, similarities, notes);
    if (!refusals.isEmpty()) {
      return new MovePlan(
          relocation.moves(), List.of(), edits, refusals, notes, renames, List.of());
    }
    Shims shims = shims(base, after, relocation, options);
    for (Shim shim : shims.made()) {
      placed.put(shim.path(), new TreeChange.Write(shim.path(), "100644", shim.content()));
    }
    notes.addAll(shims.notes());
    changes = changes(relocation.paths(), placed.values());
    return new MovePlan(relocation.moves(), changes, edits, refusals, notes, renames, shims.made());
  }

  /** Also those that name a directory which a module takes the name of, and so hides. */
  private Set<String> mayDangle(
      Snapshot base, Snapshot after, Relocation relocation, Set<String> candidates) {
    Set<String> found = new TreeSet<>(candidates);
    for (String target : relocation.paths().values()) {
      for (String name : after.modules().namesOf(target)) {
        if (base.modules().isNamespacePackage(name)) {
          found.addAll(index(base).naming(name));
        }
      }
    }
    return found;
  }

  private Shims shims(Snapshot base, Snapshot after, Relocation relocation, MoveOptions options) {
    return options
        .shimUntil()
        .map(
            until ->
                rewriter.shims(
                    relocation,
                    path -> !after.listing().containsFile(path),
                    path -> base.content(path).orElse(new byte[0]),
                    until))
        .orElse(Shims.NONE);
  }

  private Set<String> candidates(Snapshot base, Relocation relocation) {
    Set<String> modules = new TreeSet<>();
    Set<String> candidates = new TreeSet<>();
    for (String path : relocation.paths().keySet()) {
      List<String> names = base.modules().namesOf(path);
      modules.addAll(names);
      modules.add(ReferenceIndex.placeOf(path));
      if (base.facts(path).isPresent()) {
        candidates.add(path);
      }
      candidates.addAll(layout.packageFilesAbove(base.listing(), path));
    }
    Set<String> mentioning = index(base).mentioning(modules);
    candidates.addAll(mentioning);
    candidates.addAll(new ReachedThrough(base, index(base)).importers(modules, mentioning));
    candidates.addAll(index(base).mentioningPaths(relocation.paths().keySet()));
    candidates.addAll(
        index(base).mentioningPaths(relocation.moves().stream().map(Move::source).toList()));
    candidates.addAll(PlacedPaths.leadingTo(base, relocation.moves(), layout));
    candidates.addAll(PatternedPaths.meeting(base, relocation.moves()));
    candidates.addAll(base.documentsHolding(new MovedWords(base, relocation).alternatives()));
    if (relocation.paths().keySet().stream().anyMatch(path -> base.facts(path).isEmpty())) {
      base.documentsHolding(List.of(Set.of(DocumentFormats.UPWARD))).stream()
          .filter(relocation::isMoved)
          .forEach(candidates::add);
    }
    candidates.removeIf(path -> !base.listing().containsFile(path));
    // what is at a destination and does not move is a shim, which gives way
    candidates.removeIf(
        path -> relocation.paths().containsValue(path) && !relocation.isMoved(path));
    return candidates;
  }

  /**
   * The tree that a plan makes, as the base of further plans: what is known of the old base serves
   * for it too.
   */
  Snapshot after(Snapshot base, MovePlan plan) {
    Snapshot derived = base.after(plan.changes());
    List<String> changed = plan.changes().stream().map(TreeChange::path).toList();
    ReferenceIndex index = index(base).after(derived, changed);
    synchronized (this) {
      indexes.put(derived, index);
    }
    return derived;
  }

  private synchronized Map<String, Set<String>> edges(Snapshot base) {
    return edges.computeIfAbsent(base, key -> new ConcurrentHashMap<>());
  }

  private synchronized ReferenceIndex index(Snapshot base) {
    return indexes.computeIfAbsent(base, key -> ReferenceIndex.of(key, layout));
  }

  private static List<Rename> renames(
      Relocation relocation, Map<String, Integer> similarities, List<Problem> notes) {
    List<Rename> renames = new ArrayList<>();
    new TreeMap<>(relocation.paths())
        .forEach(
            (source, destination) -> {
              int similarity = similarities.getOrDefault(source, 100);
              renames.add(new Rename(source, destination, similarity));
              if (similarity < 50) {
                notes.add(Problem.at(source, 0, Code.M030, source, Integer.toString(similarity)));
              }
            });
    return renames;
  }

  /** Moved files that are imported by several names. */
  private List<Problem> ambiguous(Snapshot base, Relocation relocation) {
    List<Problem> found = new ArrayList<>();
    for (String path : new TreeSet<>(relocation.paths().keySet())) {
      List<String> used =
          base.modules().namesOf(path).stream().filter(index(base)::isSpelled).toList();
      if (used.size() > 1) {
        found.add(Problem.at(path, 0, Code.M031, path, String.join(", ", used)));
      }
    }
    return found;
  }

  /** What of a moved file depends on its place in a way that no edit mends. */
  private List<Problem> hazards(Snapshot base, Relocation relocation) {
    List<Problem> found = new ArrayList<>();
    for (String path : new TreeSet<>(relocation.paths().keySet())) {
      Optional<FileFacts> facts = base.facts(path);
      if (facts.isPresent()) {
        Set<FileFacts.Mark> marks = facts.get().marks();
        if (marks.contains(FileFacts.Mark.USES_OWN_PATH)) {
          found.add(Problem.at(path, 0, Code.M026, path, relocation.newPath(path)));
        }
        if (marks.contains(FileFacts.Mark.USES_SEARCH_PATH)) {
          found.add(Problem.at(path, 0, Code.M027, path));
        }
        for (String hazard : layout.identityHazards(path, facts.get())) {
          found.add(Problem.at(path, 0, Code.M029, path, hazard));
        }
      }
    }
    return found;
  }
}
