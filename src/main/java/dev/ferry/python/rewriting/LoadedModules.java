package dev.ferry.python.rewriting;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one file makes sure to be loaded: the modules that its statements import from, and the
 * packages above them. Not safe for several threads.
 */
final class LoadedModules {
  static final LoadedModules NONE = new LoadedModules(null, "", List.of(), List.of());

  private final @Nullable LoadedFiles files;
  private final String path;
  private final List<ImportFact> imports;
  private final List<String> packages;
  private @Nullable Map<String, Integer> first;

  private LoadedModules(
      @Nullable LoadedFiles files, String path, List<ImportFact> imports, List<String> packages) {
    this.files = files;
    this.path = path;
    this.imports = imports;
    this.packages = packages;
  }

  /** As code sees them that runs once all of the file has run: an example in a docstring. */
  LoadedModules afterAll() {
    Map<String, Integer> all = new HashMap<>(find());
    all.replaceAll((module, position) -> -1);
    LoadedModules seen = new LoadedModules(files, path, imports, packages);
    seen.first = all;
    return seen;
  }

  static LoadedModules by(Relocation relocation, String path) {
    List<ImportFact> imports =
        relocation.facts().apply(path).map(FileFacts::imports).orElse(List.of());
    ModuleTable seen = relocation.before().seenFrom(path);
    return imports.isEmpty()
        ? NONE
        : new LoadedModules(new LoadedFiles(relocation), path, imports, seen.packagesOf(path));
  }

  /**
   * Whether a statement before this position loads the module, be it by way of other files; or the
   * one at the position does, for another of its names.
   *
   * @param file the module's own
   */
  boolean isLoaded(String module, String file, int position) {
    Map<String, Integer> known = first == null ? first = find() : first;
    return known.getOrDefault(module, Integer.MAX_VALUE) < position
        || isLoadedByOthers(file, position);
  }

  private boolean isLoadedByOthers(String file, int position) {
    LoadedFiles loading = files;
    if (loading == null) {
      return false;
    }
    boolean later =
        imports.stream()
            .anyMatch(fact -> fact.statementStart() == position && !LoadedFiles.runsAtOnce(fact));
    Set<String> loaded = new LinkedHashSet<>();
    for (ImportFact fact : imports) {
      boolean ran =
          LoadedFiles.runsAtOnce(fact)
              ? later || fact.statementStart() <= position
              : later && fact.statementStart() == position;
      if (ran) {
        loaded.addAll(loading.by(path, fact));
      }
    }
    loaded.remove(file);
    loaded.remove(path);
    return loading.leadTo(loaded, file);
  }

  private Map<String, Integer> find() {
    Map<String, Integer> found = new HashMap<>();
    for (ImportFact fact : imports) {
      if (fact.level() == 0) {
        note(found, fact.module(), fact);
        continue;
      }
      for (String start : packages) {
        String base = DottedNames.ancestor(start, fact.level() - 1);
        if (base != null) {
          note(found, DottedNames.join(base, fact.module()), fact);
        }
      }
    }
    return found;
  }

  private static void note(Map<String, Integer> found, String module, ImportFact fact) {
    for (String name = ModuleTable.possible(module);
        !name.isEmpty();
        name = DottedNames.parent(name)) {
      found.merge(name, fact.statementStart(), Math::min);
    }
  }
}
