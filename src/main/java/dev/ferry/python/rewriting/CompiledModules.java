package dev.ferry.python.rewriting;

import dev.ferry.facts.ModuleTable;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.modules.PythonPaths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Modules that are compiled, or get compiled from Cython: Python imports them like its own. */
final class CompiledModules {
  /** A {@code .pxd} only declares what another file holds. */
  private static final List<String> ENDINGS = List.of(".pyx", ".pyd", ".so");

  private CompiledModules() {}

  /** The names that Python imports the file by; none where it is no such module. */
  static List<String> namesOf(ModuleTable modules, String path) {
    if (ENDINGS.stream().noneMatch(path::endsWith)) {
      return List.of();
    }
    String file = RepoPaths.name(path);
    // a.cpython-314-x86_64-linux-gnu.so
    String stem = file.substring(0, file.indexOf('.'));
    String source = path.substring(0, path.length() - file.length()) + stem + ".py";
    Set<String> names = new LinkedHashSet<>();
    for (String root : modules.roots()) {
      String name = PythonPaths.nameBelow(root, source);
      if (name != null) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }
}
