package dev.ferry.plan;

import dev.ferry.facts.FactWords;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.StringFact;
import dev.ferry.model.ShimMark;
import dev.ferry.plan.StandingShim.Kind;
import dev.ferry.plan.StandingShim.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the shims of a tree, and who still goes by each old name. */
public final class StandingShims {
  private final Snapshot snapshot;

  private StandingShims(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  public static StandingShims in(Snapshot snapshot) {
    return new StandingShims(snapshot);
  }

  /** In path order. */
  public List<StandingShim> find() {
    List<StandingShim> found = new ArrayList<>();
    Set<Integer> words = Set.of(FactWords.of("importlib"), FactWords.of("warnings"));
    List<String> possible = snapshot.sourcesHolding(List.of(words)).stream().sorted().toList();
    snapshot
        .contents(possible)
        .forEach(
            (path, content) ->
                ShimMark.of(content).ifPresent(mark -> found.add(standing(path, mark))));
    found.sort(Comparator.comparing(StandingShim::path));
    return found;
  }

  private StandingShim standing(String shim, ShimMark mark) {
    List<Use> uses = new ArrayList<>();
    String old = mark.oldName();
    String last = old.substring(old.lastIndexOf('.') + 1);
    List<Set<Integer>> spelled =
        List.of(Set.of(FactWords.of(last)), Set.of(FactWords.RELATIVE_STAR));
    for (String path : snapshot.sourcesHolding(spelled).stream().sorted().toList()) {
      if (!path.equals(shim)) {
        snapshot.facts(path).ifPresent(facts -> uses(path, facts, old, uses));
      }
    }
    ModuleTable modules = snapshot.modules();
    boolean leads =
        modules.fileOf(mark.newName()).isPresent() || modules.isNamespacePackage(mark.newName());
    return new StandingShim(mark, shim, uses, leads);
  }

  private void uses(String path, FileFacts facts, String old, List<Use> uses) {
    List<Use> found = new ArrayList<>();
    Predicate<String> within = name -> name.equals(old) || name.startsWith(old + ".");
    for (ImportFact fact : facts.imports()) {
      imported(path, fact).stream()
          .filter(within)
          .findFirst()
          .ifPresent(name -> found.add(new Use(path, fact.line(), Kind.IMPORT, name)));
    }
    for (StringFact string : facts.strings()) {
      if (within.test(string.text().replace(':', '.'))) {
        found.add(new Use(path, string.line(), Kind.STRING, string.text()));
      }
    }
    found.sort(Comparator.comparingInt(Use::line));
    found.stream().distinct().forEach(uses::add);
  }

  /** The full names that an import may bring in, by all packages that the file may be in. */
  private List<String> imported(String path, ImportFact fact) {
    List<String> bases = List.of("");
    if (fact.level() > 0) {
      bases =
          snapshot.modules().packagesOf(path).stream()
              .map(base -> above(base, fact.level() - 1))
              .filter(base -> !base.isEmpty())
              .toList();
    }
    String name = fact.name();
    return bases.stream()
        .map(base -> join(base, fact.module()))
        .map(module -> name == null || fact.isStar() ? module : join(module, name))
        .toList();
  }

  private static String above(String name, int levels) {
    String found = name;
    for (int i = 0; i < levels; i++) {
      found = found.substring(0, Math.max(0, found.lastIndexOf('.')));
    }
    return found;
  }

  private static String join(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "." + other;
  }
}
