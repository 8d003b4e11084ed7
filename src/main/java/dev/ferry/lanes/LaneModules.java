package dev.ferry.lanes;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The modules of the packages that contracts are about, and what they import, by import-linter's
 * rules: {@code from x import y} is {@code x.y} where that is a module, else {@code x}; imports at
 * any depth count; a package that is not among the roots is one module.
 *
 * @param files paths by module
 * @param graph of all imports
 * @param problems errors about roots, and notes on what was taken or left out
 */
record LaneModules(Map<String, String> files, LaneGraph graph, List<Problem> problems) {
  /** Stubs have no modules of their own. */
  private static final String SOURCE = ".py";

  private static final String PACKAGE = "__init__.py";

  /** How a graph is to be made. */
  record Wanted(
      String file,
      List<String> roots,
      boolean external,
      boolean withoutTypeChecking,
      boolean strictPackages) {
    static Wanted by(LaneConfiguration configuration, boolean strictPackages) {
      return new Wanted(
          configuration.file(),
          configuration.roots(),
          configuration.external(),
          configuration.withoutTypeChecking(),
          strictPackages);
    }
  }

  static LaneModules of(Snapshot snapshot, Wanted wanted) {
    Reading reading = new Reading(snapshot, wanted);
    wanted.roots().forEach(reading::root);
    return reading.finished();
  }

  /** What is known while one tree is read. */
  private static final class Reading {
    private final Snapshot snapshot;
    private final Wanted wanted;
    private final Map<String, String> files = new TreeMap<>();
    private final Set<String> namespaces = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final LaneGraph.Builder graph = new LaneGraph.Builder();
    private final Map<String, Integer> internal = new HashMap<>();
    private int left;
    private int taken;

    Reading(Snapshot snapshot, Wanted wanted) {
      this.snapshot = snapshot;
      this.wanted = wanted;
    }

    void root(String name) {
      Optional<String> file = snapshot.modules().fileOf(name);
      if (snapshot.modules().isRegularPackage(name)) {
        below(name, RepoPaths.parent(file.orElseThrow()));
      } else if (file.isPresent()) {
        tell(Code.N009, name, file.get());
      } else if (snapshot.modules().isNamespacePackage(name)) {
        for (String start : snapshot.modules().roots()) {
          below(name, (start.isEmpty() ? "" : start + "/") + name.replace('.', '/'));
        }
      } else {
        tell(Code.N008, name, packages());
      }
    }

    private void tell(Code code, String... arguments) {
      problems.add(Problem.at(wanted.file(), 0, code, arguments));
    }

    /** The packages at the top of the tree, for those who named one that is not there. */
    private String packages() {
      return snapshot.sources().stream()
          .filter(path -> path.endsWith("/" + PACKAGE))
          .map(snapshot.modules()::namesOf)
          .filter(names -> !names.isEmpty())
          .map(names -> ModuleNames.top(names.getFirst()))
          .distinct()
          .limit(20)
          .collect(Collectors.joining(", "));
    }

    private void below(String root, String directory) {
      Map<String, Boolean> portions = new HashMap<>();
      Map<String, Boolean> dotted = new HashMap<>();
      Set<String> climbed = new HashSet<>();
      String prefix = directory + "/";
      for (var entry : snapshot.listing().below(directory)) {
        String path = entry.path();
        if (!path.endsWith(SOURCE) || !entry.isRegularFile()) {
          continue;
        }
        String inside = path.substring(prefix.length());
        String parent = RepoPaths.parent(path);
        if (!isFileName(RepoPaths.name(path))
            || !dotted.computeIfAbsent(parent, any -> isDottedPath(RepoPaths.parent(inside)))) {
          continue;
        }
        if (!isReached(directory, parent, portions)) {
          if (wanted.strictPackages()) {
            left++;
            continue;
          }
          taken++;
        }
        String stem = inside.substring(0, inside.length() - SOURCE.length());
        boolean isPackage = RepoPaths.name(path).equals(PACKAGE);
        String tail = isPackage ? RepoPaths.parent(stem) : stem;
        String name = tail.isEmpty() ? root : root + "." + tail.replace('/', '.');
        if (isPackage || !files.containsKey(name)) {
          files.put(name, path);
        }
        if (climbed.add(parent)) {
          addNamespaces(root, directory, parent);
        }
      }
    }

    /** Directories above a module that have no file of their own are modules, too. */
    private void addNamespaces(String root, String directory, String above) {
      String current = above;
      while (true) {
        String tail = current.substring(directory.length()).replace('/', '.');
        if (!snapshot.listing().containsFile(current + "/" + PACKAGE)
            && !namespaces.add(root + tail)) {
          return;
        }
        if (current.length() == directory.length()) {
          return;
        }
        current = RepoPaths.parent(current);
      }
    }

    private static boolean isFileName(String name) {
      return !name.startsWith(".") && name.indexOf('.') == name.length() - SOURCE.length();
    }

    private static boolean isDottedPath(String directory) {
      if (directory.isEmpty()) {
        return true;
      }
      for (String part : directory.split("/", -1)) {
        boolean good =
            (part.charAt(0) == '_' || Character.isUnicodeIdentifierStart(part.charAt(0)))
                && part.chars().allMatch(Character::isUnicodeIdentifierPart);
        if (!good) {
          return false;
        }
      }
      return true;
    }

    /** Whether no directory below a regular package lacks a package file. */
    private boolean isReached(String top, String directory, Map<String, Boolean> known) {
      Boolean before = known.get(directory);
      if (before != null) {
        return before;
      }
      boolean regular = snapshot.listing().containsFile(directory + "/" + PACKAGE);
      boolean reached =
          directory.equals(top)
              || isReached(top, RepoPaths.parent(directory), known)
                  && (regular || !isInPackage(top, RepoPaths.parent(directory)));
      known.put(directory, reached);
      return reached;
    }

    private boolean isInPackage(String top, String directory) {
      String current = directory;
      while (current.length() >= top.length()) {
        if (snapshot.listing().containsFile(current + "/" + PACKAGE)) {
          return true;
        }
        current = RepoPaths.parent(current);
      }
      return false;
    }

    LaneModules finished() {
      files.keySet().forEach(this::addInternal);
      namespaces.forEach(this::addInternal);
      int broken = 0;
      for (Map.Entry<String, String> module : files.entrySet()) {
        Optional<FileFacts> facts = snapshot.facts(module.getValue());
        if (facts.isEmpty() || facts.get().marks().contains(FileFacts.Mark.BROKEN)) {
          broken++;
        }
        facts.ifPresent(found -> imports(module.getKey(), module.getValue(), found));
      }
      if (taken > 0) {
        problems.add(Problem.of(Code.N023, String.valueOf(taken)));
      }
      if (left > 0) {
        problems.add(Problem.of(Code.N027, String.valueOf(left)));
      }
      if (broken > 0) {
        problems.add(Problem.of(Code.N024, String.valueOf(broken)));
      }
      return new LaneModules(Map.copyOf(files), graph.build(), problems);
    }

    private void addInternal(String name) {
      internal.put(name, graph.module(name, false));
    }

    private void imports(String module, String path, FileFacts facts) {
      int importer = graph.module(module, false);
      for (ImportFact fact : facts.imports()) {
        if (wanted.withoutTypeChecking()
            && fact.contexts().contains(ImportFact.Context.TYPE_CHECKING)) {
          continue;
        }
        String start = start(module, path, fact);
        if (start == null) {
          continue;
        }
        String base = fact.module().isEmpty() ? start : join(start, fact.module());
        String name = fact.name() == null ? base : join(base, fact.name());
        Integer imported = internal.get(name);
        imported = imported == null ? internal.get(ModuleNames.parent(name)) : imported;
        if (imported == null && wanted.external()) {
          imported = external(name);
        }
        if (imported != null) {
          graph.imports(importer, imported, fact.line());
        }
      }
    }

    /** The number of the module that stands for a name of elsewhere; null where there is none. */
    private @Nullable Integer external(String name) {
      String found = ExternalNames.of(name, wanted.roots());
      return found == null ? null : graph.module(found, !isInternal(found));
    }

    private boolean isInternal(String name) {
      return wanted.roots().stream().anyMatch(root -> ModuleNames.isWithin(name, root));
    }

    private static String join(String one, String other) {
      return one.isEmpty() ? other : one + "." + other;
    }

    /** The package that a relative import starts from; null where it leads beyond the top. */
    private static @Nullable String start(String module, String path, ImportFact fact) {
      if (fact.level() == 0) {
        return "";
      }
      String start = module;
      int up = RepoPaths.name(path).equals(PACKAGE) ? fact.level() - 1 : fact.level();
      for (int i = 0; i < up; i++) {
        if (start.isEmpty()) {
          return null;
        }
        start = ModuleNames.parent(start);
      }
      return start.isEmpty() ? null : start;
    }
  }
}
