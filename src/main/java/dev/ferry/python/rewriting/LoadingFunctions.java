package dev.ferry.python.rewriting;

import java.util.Set;

/** Functions whose first argument is the name of a module or of something in one. */
final class LoadingFunctions {
  private static final Set<String> NAMES =
      Set.of(
          "import_module",
          "__import__",
          "importorskip",
          "import_string",
          "import_from_string",
          "import_item",
          "import_plugin",
          "config_from_object",
          "symbol_by_name",
          "loadTestsFromName",
          "load_object",
          "find_spec",
          "resolve_name",
          "run_module",
          "patch",
          "modules",
          "include",
          "resource_filename",
          "resource_string",
          "resource_stream",
          "resource_exists",
          "get_data",
          "PackageLoader");

  private LoadingFunctions() {}

  static boolean contains(String function) {
    return NAMES.contains(function);
  }

  /** Whether pytest's {@code monkeypatch} finds a module by the first argument of its method. */
  static boolean ofMonkeypatch(String owner, String function) {
    return owner.equals("monkeypatch")
        && (function.equals("setattr") || function.equals("delattr"));
  }
}
