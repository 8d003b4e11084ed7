package dev.ferry.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small repository with packages that import each other, and import contracts about them. */
final class RandomContracts {
  private static final List<String> WORDS =
      List.of("api", "core", "data", "ports", "web", "_inner", "util", "ab", "abc");
  private static final List<String> OUTSIDE =
      List.of("os", "json", "requests", "django.db", "yaml");

  private final Random random;
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> roots = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final boolean external;

  RandomContracts(int seed) {
    this.random = new Random(seed);
    this.external = random.nextInt(3) == 0;
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      roots.add("pkg" + seed + (i == 0 ? "a" : "b"));
    }
    roots.forEach(root -> makePackage(root, 0));
    modules.forEach(this::write);
    files.put(isToml() ? "pyproject.toml" : ".importlinter", configuration(isToml()));
  }

  /** Text by path. */
  Map<String, String> files() {
    return files;
  }

  private boolean isToml() {
    return roots.size() == 2;
  }

  private void makePackage(String name, int depth) {
    boolean hasFile = depth == 0 || random.nextInt(8) > 0;
    String directory = name.replace('.', '/');
    if (hasFile) {
      files.put(directory + "/__init__.py", "");
      modules.add(name);
    }
    int children = 2 + random.nextInt(3);
    for (int i = 0; i < children; i++) {
      String child = WORDS.get(random.nextInt(WORDS.size()));
      String full = name + "." + child;
      if (modules.contains(full)) {
        continue;
      }
      if (depth < 2 && random.nextInt(3) == 0) {
        makePackage(full, depth + 1);
      } else {
        files.put(directory + "/" + child + ".py", "");
        modules.add(full);
      }
    }
    if (random.nextInt(10) == 0) {
      files.put(directory + "/dotted.name.py", "import " + roots.getFirst() + "\n");
    }
  }

  private void write(String module) {
    StringBuilder out = new StringBuilder("\"\"\"A module.\"\"\"\n");
    int imports = random.nextInt(3);
    for (int i = 0; i < imports; i++) {
      String statement = statement(module);
      switch (random.nextInt(7)) {
        case 0 -> out.append("def f").append(i).append("():\n    ").append(statement).append('\n');
        case 1 ->
            out.append("if TYPE_CHECKING:\n    ")
                .append(statement)
                .append("\nelse:\n    ")
                .append(statement(module))
                .append('\n');
        case 2 ->
            out.append("try:\n    ").append(statement).append("\nexcept Exception:\n    pass\n");
        default -> out.append(statement).append('\n');
      }
    }
    files.put(pathOf(module), out.toString());
  }

  private String pathOf(String module) {
    String base = module.replace('.', '/');
    String init = base + "/__init__.py";
    return files.containsKey(init) ? init : base + ".py";
  }

  private String statement(String module) {
    String target = any(modules);
    int dot = target.lastIndexOf('.');
    String tail = target.substring(dot + 1);
    return switch (random.nextInt(9)) {
      case 0 -> "import " + target;
      case 1 -> "import " + target + " as other, " + any(OUTSIDE);
      case 2 ->
          dot < 0 ? "import " + target : "from " + target.substring(0, dot) + " import " + tail;
      case 3 -> "from " + target + " import Thing, other";
      case 4 -> "from " + target + " import *";
      case 5 -> "import " + any(OUTSIDE);
      case 6 -> "from . import " + any(WORDS) + ", " + any(WORDS);
      case 7 ->
          module.chars().filter(c -> c == '.').count() > 1
              ? "from .. import (\n        " + any(WORDS) + ",\n        " + any(WORDS) + ",\n    )"
              : "from ." + any(WORDS) + " import x";
      default -> "from " + target + ".missing.deep import y";
    };
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private String configuration(boolean toml) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("root_packages", roots);
    if (external) {
      session.put("include_external_packages", "True");
    }
    if (chance(3)) {
      session.put("exclude_type_checking_imports", "true");
    }
    StringBuilder out = new StringBuilder(toml ? "[tool.importlinter]\n" : "[importlinter]\n");
    append(out, session, toml);
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      out.append(
          toml ? "\n[[tool.importlinter.contracts]]\n" : "\n[importlinter:contract:c" + i + "]\n");
      append(out, contract("contract " + i), toml);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, Map<String, Object> keys, boolean toml) {
    keys.forEach(
        (key, value) -> {
          if (value instanceof List<?> list) {
            String values =
                toml
                    ? list.stream()
                        .map(v -> "\"" + v + "\"")
                        .collect(Collectors.joining(", ", "[", "]"))
                    : list.stream().map(v -> "\n    " + v).collect(Collectors.joining());
            out.append(key).append(" = ").append(values).append('\n');
          } else if (toml && (value.equals("true") || value.equals("10"))) {
            out.append(key).append(" = ").append(value).append('\n');
          } else {
            out.append(key).append(toml ? " = \"" + value + "\"" : ": " + value).append('\n');
          }
        });
  }

  private Map<String, Object> contract(String name) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", name);
    switch (random.nextInt(8)) {
      case 0, 1 -> forbidden(keys);
      case 2, 3 -> layers(keys);
      case 4 -> {
        keys.put("type", "independence");
        keys.put("modules", expressions(2 + random.nextInt(3), false));
      }
      case 5 -> {
        keys.put("type", "protected");
        keys.put("protected_modules", expressions(1 + random.nextInt(2), false));
        keys.put("allowed_importers", expressions(1 + random.nextInt(2), false));
        asPackages(keys);
      }
      case 6 -> {
        keys.put("type", "private_modules");
        if (chance(2)) {
          keys.put("packages_with_private_modules", List.of(any(roots)));
        }
      }
      default -> {
        keys.put("type", "acyclic_siblings");
        keys.put("ancestors", chance(3) ? expressions(2, false) : List.of(any(roots)));
        if (chance(2)) {
          keys.put("depth", chance(2) ? "10" : String.valueOf(random.nextInt(3)));
        }
        String skipped = any(modules);
        if (chance(4) && !((List<?>) keys.get("ancestors")).contains(skipped)) {
          keys.put("skip_descendants", List.of(skipped));
        }
      }
    }
    ignores(keys);
    return keys;
  }

  private void forbidden(Map<String, Object> keys) {
    keys.put("type", "forbidden");
    keys.put("source_modules", expressions(1 + random.nextInt(3), false));
    keys.put("forbidden_modules", expressions(1 + random.nextInt(3), external));
    if (chance(4)) {
      keys.put("allow_indirect_imports", "true");
    }
    asPackages(keys);
  }

  private void asPackages(Map<String, Object> keys) {
    if (chance(4)) {
      keys.put("as_packages", "False");
    }
  }

  private void layers(Map<String, Object> keys) {
    keys.put("type", "layers");
    boolean contained = chance(2);
    List<String> names = new ArrayList<>();
    String container = any(roots);
    for (String module : modules) {
      String parent = module.substring(0, Math.max(0, module.lastIndexOf('.')));
      if (contained ? parent.equals(container) : chance(3)) {
        String name = contained ? module.substring(container.length() + 1) : module;
        boolean apart =
            names.stream()
                .noneMatch(n -> ModuleNames.isWithin(n, name) || ModuleNames.isWithin(name, n));
        if (apart && names.size() < 6 && !chance(5)) {
          names.add(name);
        }
      }
    }
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String member = chance(6) ? "(" + names.get(i) + ")" : names.get(i);
      if (i + 1 < names.size() && chance(3)) {
        member += (chance(2) ? " | " : " : ") + names.get(++i);
      }
      layers.add(member);
    }
    if (layers.isEmpty() || chance(5)) {
      layers.add("(nowhere)");
    }
    keys.put("layers", layers);
    if (contained) {
      keys.put("containers", List.of(container));
      if (chance(2)) {
        keys.put("exhaustive", "true");
        keys.put("exhaustive_ignores", List.of(any(WORDS)));
      }
    }
  }

  private List<String> expressions(int count, boolean outside) {
    List<String> expressions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expressions.add(
          outside && chance(2) ? any(List.of("os", "requests", "django")) : expression());
    }
    return expressions;
  }

  private String expression() {
    String module = any(modules);
    String root = any(roots);
    return switch (random.nextInt(12)) {
      case 0 -> root + ".*";
      case 1 -> root + ".*.*";
      case 2 -> root + ".**." + any(WORDS);
      case 3 -> chance(12) ? root + ".nowhere" : module;
      default -> module;
    };
  }

  private void ignores(Map<String, Object> keys) {
    if (chance(3)) {
      List<String> ignores = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        String to = chance(2) ? any(roots) + ".**" : any(modules);
        ignores.add((chance(2) ? any(roots) + ".**" : any(modules)) + " -> " + to);
      }
      keys.put("ignore_imports", ignores);
      if (!chance(5)) {
        keys.put("unmatched_ignore_imports_alerting", chance(2) ? "none" : "warn");
      }
    }
  }
}
