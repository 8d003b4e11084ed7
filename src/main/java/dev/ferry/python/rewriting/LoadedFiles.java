package dev.ferry.python.rewriting;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which files the loading of others loads, before the moves; not what only functions import. */
final class LoadedFiles {
  private final Relocation relocation;

  LoadedFiles(Relocation relocation) {
    this.relocation = relocation;
  }

  /** Whether loading one of the files loads the target; the files themselves do not count. */
  boolean leadTo(Collection<String> files, String target) {
    Set<String> reached = new HashSet<>(files);
    Deque<String> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      String file = waiting.remove();
      for (ImportFact fact : imports(file)) {
        for (String next : runsAtOnce(fact) ? by(file, fact) : List.<String>of()) {
          if (next.equals(target)) {
            return true;
          }
          if (reached.add(next)) {
            waiting.add(next);
          }
        }
      }
    }
    return false;
  }

  List<ImportFact> imports(String file) {
    return relocation.facts().apply(file).map(FileFacts::imports).orElse(List.of());
  }

  /** The files that an import loads: the module, the submodule that it names, those above. */
  List<String> by(String file, ImportFact fact) {
    ModuleTable modules = relocation.before();
    List<String> found = new ArrayList<>();
    for (String start : fact.level() == 0 ? List.of("") : modules.packagesOf(file)) {
      String base = fact.level() == 0 ? start : DottedNames.ancestor(start, fact.level() - 1);
      if (base != null) {
        String module = DottedNames.join(base, fact.module());
        String name = fact.name();
        if (name != null) {
          modules.fileOf(DottedNames.join(module, name)).ifPresent(found::add);
        }
        for (String above = ModuleTable.possible(module);
            !above.isEmpty();
            above = DottedNames.parent(above)) {
          modules.fileOf(above).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  static boolean runsAtOnce(ImportFact fact) {
    Set<ImportFact.Context> contexts = fact.contexts();
    return !contexts.contains(ImportFact.Context.FUNCTION)
        && !contexts.contains(ImportFact.Context.TYPE_CHECKING);
  }
}
