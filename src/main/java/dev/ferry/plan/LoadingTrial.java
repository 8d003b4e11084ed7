package dev.ferry.plan;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows by the facts alone what happens when a file is loaded before any other: the packages
 * above come first, each import runs at its place, and what is being loaded already is taken as far
 * as it has come. For one file and one thread.
 */
final class LoadingTrial {
  /** Python itself gives up on longer chains. */
  private static final int DEEPEST = 300;

  private final Snapshot tree;
  private final Map<String, Progress> loaded = new HashMap<>();
  private final Set<Meeting> meetings = new LinkedHashSet<>();
  private @Nullable Meeting failure;
  private @Nullable Meeting lastFailure;
  private boolean whole;
  private int depth;

  /**
   * A file that somebody imports from while it is being loaded.
   *
   * @param name what is taken of it; empty where it is the module itself
   */
  record Meeting(String importer, String file, String name) {}

  /** How far a file has come. */
  private static final class Progress {
    private int position;
    private boolean done;
  }

  private final boolean calling;
  private boolean maybeCalled;

  private LoadingTrial(Snapshot tree, boolean calling) {
    this.tree = tree;
    this.calling = calling;
  }

  /**
   * @param calling whether functions that bind a name of their module by an import are called where
   *     they stand, as {@code def load(): global a; import a.b} often is
   */
  static LoadingTrial of(Snapshot tree, String path, boolean calling) {
    LoadingTrial trial = new LoadingTrial(tree, calling);
    String name = tree.modules().namesOf(path).stream().findFirst().orElse("");
    trial.whole = trial.loadPackages(path, name) && trial.load(path);
    if (trial.whole) {
      trial.callFunctions(path);
    }
    return trial;
  }

  /**
   * The import that takes what is not there yet, and so cannot work: the one that stops the file
   * from being loaded, or the first of those that something guards.
   */
  Optional<Meeting> failure() {
    return Optional.ofNullable(whole ? failure : lastFailure);
  }

  /** Whether all of the file has been loaded: imports that a {@code try} guards may fail. */
  boolean whole() {
    return whole;
  }

  /** Whether it makes a difference that functions are called. */
  boolean depends() {
    return maybeCalled;
  }

  /** What was met half loaded, and may be missing something. */
  Set<Meeting> meetings() {
    return meetings;
  }

  /** What functions import; each may be called, and one that fails stops no other. */
  private void callFunctions(String path) {
    for (ImportFact fact : imports(path)) {
      if (fact.contexts().contains(ImportFact.Context.FUNCTION)) {
        run(path, fact);
      }
    }
  }

  private List<ImportFact> imports(String path) {
    return tree.facts(path).map(FileFacts::imports).orElse(List.of());
  }

  private boolean loadPackages(String importer, String name) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (!loadModule(importer, name.substring(0, dot))) {
        return false;
      }
    }
    return true;
  }

  private boolean loadModule(String importer, String name) {
    Optional<String> file = tree.modules().seenFrom(importer).fileOf(name);
    return file.isEmpty() || load(file.get());
  }

  private boolean load(String path) {
    if (loaded.containsKey(path) || depth >= DEEPEST) {
      return true;
    }
    Progress progress = new Progress();
    loaded.put(path, progress);
    depth++;
    boolean whole = runAll(path, progress);
    depth--;
    if (!whole) {
      loaded.remove(path); // as Python forgets it
    }
    progress.done = true;
    return whole;
  }

  private boolean runAll(String path, Progress progress) {
    boolean tried = false;
    boolean failed = false;
    for (ImportFact fact : imports(path)) {
      Set<ImportFact.Context> contexts = fact.contexts();
      boolean handles = contexts.contains(ImportFact.Context.HANDLER);
      if (contexts.contains(ImportFact.Context.TYPE_CHECKING)
          || contexts.contains(ImportFact.Context.FUNCTION) && !isCalled(path, fact)
          || handles && tried && !failed) {
        continue; // nothing to handle
      }
      boolean guarded = contexts.contains(ImportFact.Context.TRY);
      if (guarded && !handles) {
        failed &= tried; // another try begins behind an except
        tried = true;
      } else if (handles) {
        tried = false;
      }
      progress.position = fact.statementStart();
      if (!run(path, fact)) {
        boolean mayNotRun = handles && !failed;
        if (!guarded && !mayNotRun) {
          return false;
        }
        failed |= guarded;
      }
    }
    return true;
  }

  private boolean isCalled(String path, ImportFact fact) {
    boolean global = tree.facts(path).filter(facts -> bindsGlobal(facts, fact)).isPresent();
    maybeCalled |= global;
    return calling && global;
  }

  /** Whether an import in a function binds a name of the module, as one does that is called. */
  static boolean bindsGlobal(FileFacts facts, ImportFact fact) {
    return fact.contexts().contains(ImportFact.Context.FUNCTION)
        && facts.boundNames().contains(boundBy(fact));
  }

  private boolean run(String path, ImportFact fact) {
    for (String module : modules(path, fact)) {
      if (!loadPackages(path, module) || !loadModule(path, module)) {
        return false;
      }
      Optional<String> file = tree.modules().seenFrom(path).fileOf(module);
      String name = fact.name();
      if (name == null || fact.isStar()) {
        file.ifPresent(found -> meet(path, found, fact.isStar() ? "*" : ""));
      } else if (!take(path, module, file.orElse(""), name)) {
        return false;
      }
    }
    return true;
  }

  /** The dotted name that an import takes something from; none where it leads nowhere. */
  private List<String> modules(String path, ImportFact fact) {
    if (fact.level() == 0) {
      return List.of(fact.module());
    }
    List<String> packages = tree.modules().packagesOf(path);
    String base = packages.isEmpty() ? "" : packages.getFirst();
    for (int i = 1; i < fact.level(); i++) {
      base = base.substring(0, Math.max(base.lastIndexOf('.'), 0));
    }
    if (base.isEmpty()) {
      return List.of();
    }
    return List.of(fact.module().isEmpty() ? base : base + "." + fact.module());
  }

  /** {@code from module import name}. */
  private boolean take(String importer, String module, String file, String name) {
    Progress progress = loaded.get(file);
    boolean half = progress != null && !progress.done;
    Known known = known(file, name, half && progress != null ? progress.position : -1);
    if (known == Known.BOUND) {
      return true;
    }
    ModuleTable seen = tree.modules().seenFrom(importer);
    Optional<String> submodule = seen.fileOf(module + "." + name);
    if (submodule.isPresent()) {
      if (!load(submodule.get())) {
        return false;
      }
      meet(importer, submodule.get(), "");
      return true;
    }
    if (half && !file.equals(importer)) {
      Meeting meeting = new Meeting(importer, file, name);
      meetings.add(meeting);
      if (known == Known.MISSING) {
        failure = failure == null ? meeting : failure;
        lastFailure = meeting;
        return false;
      }
    }
    return true;
  }

  private void meet(String importer, String file, String name) {
    Progress progress = loaded.get(file);
    if (progress != null && !progress.done && !file.equals(importer)) {
      meetings.add(new Meeting(importer, file, name));
    }
  }

  private enum Known {
    BOUND,
    MISSING,
    PERHAPS
  }

  /**
   * Whether a file has bound a name where its loading has come to.
   *
   * @param position the statement that is running; negative where all has run
   */
  private Known known(String file, String name, int position) {
    Optional<FileFacts> facts = tree.facts(file);
    if (facts.isEmpty() || !facts.get().boundNames().contains(name)) {
      return facts.isEmpty() || !hasMore(facts.get()) ? Known.MISSING : Known.PERHAPS;
    }
    if (position < 0) {
      return Known.BOUND;
    }
    List<String> order = new ArrayList<>(facts.get().boundNames());
    int place = order.indexOf(name);
    int before = -1;
    int behind = order.size();
    for (ImportFact fact : facts.get().imports()) {
      int bound = order.indexOf(boundBy(fact));
      boolean ran = fact.statementStart() < position;
      if (fact.statementStart() == position && place < bound) {
        return Known.BOUND; // further up
      }
      if (bound >= 0 && !fact.contexts().contains(ImportFact.Context.FUNCTION)) {
        before = ran ? Math.max(before, bound) : before;
        behind = ran || bound <= before ? behind : Math.min(behind, bound);
      }
    }
    return place <= before ? Known.BOUND : place >= behind ? Known.MISSING : Known.PERHAPS;
  }

  private static String boundBy(ImportFact fact) {
    String alias = fact.alias();
    if (alias != null) {
      return alias;
    }
    String name = fact.name();
    int dot = fact.module().indexOf('.');
    return name != null ? name : dot < 0 ? fact.module() : fact.module().substring(0, dot);
  }

  private static boolean hasMore(FileFacts facts) {
    return facts.marks().contains(FileFacts.Mark.STAR_IMPORT)
        || facts.marks().contains(FileFacts.Mark.DYNAMIC_ATTRIBUTES)
        || facts.marks().contains(FileFacts.Mark.BROKEN);
  }
}
