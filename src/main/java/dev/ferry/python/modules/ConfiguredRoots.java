package dev.ferry.python.modules;

import dev.ferry.formats.IniDocument;
import dev.ferry.formats.TomlReader;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source roots that configuration files name, relative to the root of the repository: where
 * setuptools, Poetry, Hatch, PDM and uv look for packages, and what pytest and mypy add to the
 * search path. A file that cannot be read names none.
 */
final class ConfiguredRoots {
  /** The files that are asked, at the root of the repository. */
  static final List<String> FILES =
      List.of(
          "pyproject.toml",
          "setup.cfg",
          "setup.py",
          "pytest.ini",
          ".pytest.ini",
          "tox.ini",
          "mypy.ini");

  private static final Pattern PACKAGE_DIRECTORIES =
      Pattern.compile("\\bpackage_dir\\s*=\\s*(?:\\{([^{}]*)\\}|dict\\(([^()]*)\\))");
  private static final Pattern PAIR =
      Pattern.compile("(?:['\"]([\\w.]*)['\"]\\s*:|(\\w+)\\s*=)\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern FIND_PACKAGES =
      Pattern.compile(
          "\\bfind(?:_namespace)?_packages\\(\\s*(?:where\\s*=\\s*)?['\"]([^'\"]*)['\"]");

  private final Set<String> roots = new LinkedHashSet<>();

  private ConfiguredRoots() {}

  static Set<String> in(String file, byte[] content) {
    ConfiguredRoots found = new ConfiguredRoots();
    String text = new String(content, StandardCharsets.UTF_8);
    if (file.endsWith(".toml")) {
      found.pyproject(text);
    } else if (file.endsWith(".py")) {
      found.setup(text);
    } else {
      found.ini(IniDocument.parse(text));
    }
    return found.roots;
  }

  private void ini(IniDocument file) {
    for (String pair : file.value("options", "package_dir").split("[\n,]", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        packageDirectory(pair.substring(0, equals).strip(), pair.substring(equals + 1));
      }
    }
    addAll(file.value("options.packages.find", "where"), "[\n,]");
    for (String section : List.of("pytest", "tool:pytest")) {
      addAll(file.value(section, "pythonpath"), "\\s+");
    }
    addAll(file.value("mypy", "mypy_path"), "[\\s,:]+");
  }

  /** What a setup script says in so many letters; it is not run. */
  private void setup(String text) {
    Matcher directories = PACKAGE_DIRECTORIES.matcher(text);
    while (directories.find()) {
      String pairs = directories.group(1) == null ? directories.group(2) : directories.group(1);
      Matcher pair = PAIR.matcher(pairs);
      while (pair.find()) {
        packageDirectory(pair.group(1) == null ? pair.group(2) : pair.group(1), pair.group(3));
      }
    }
    Matcher packages = FIND_PACKAGES.matcher(text);
    while (packages.find()) {
      add(packages.group(1));
    }
  }

  private void pyproject(String text) {
    Map<String, Object> root;
    try {
      root = TomlReader.read(text);
    } catch (TomlReader.MalformedException malformed) {
      return;
    }
    pairs(at(root, "tool.setuptools.package-dir")).forEach(this::packageDirectory);
    addEach(at(root, "tool.setuptools.packages.find.where"), "\n");
    for (Object inclusion : values(at(root, "tool.poetry.packages"))) {
      addEach(at(inclusion, "from"), "\n");
    }
    hatch(at(root, "tool.hatch.build"));
    hatch(at(root, "tool.hatch.build.targets.wheel"));
    addEach(at(root, "tool.pdm.build.package-dir"), "\n");
    addEach(at(root, "tool.uv.build-backend.module-root"), "\n");
    addEach(at(root, "tool.pytest.ini_options.pythonpath"), "\\s+");
    addEach(at(root, "tool.pytest.pythonpath"), "\\s+");
    addEach(at(root, "tool.mypy.mypy_path"), "[\\s,:]+");
  }

  /** Hatch names the packages themselves, or the prefixes that fall away. */
  private void hatch(Object target) {
    for (Object name : values(at(target, "packages"))) {
      add(RepoPaths.parent(clean(name.toString())));
    }
    addEach(at(target, "sources"), "\n");
    pairs(at(target, "sources"))
        .forEach(
            (directory, replacement) -> {
              if (replacement.isEmpty()) {
                add(directory);
              }
            });
  }

  /** What stands under a dotted key; an empty string where nothing does. */
  private static Object at(Object table, String keys) {
    Object found = table;
    for (String key : keys.split("\\.", -1)) {
      Object inner = found instanceof Map<?, ?> map ? map.get(key) : null;
      found = inner == null ? "" : inner;
    }
    return found;
  }

  private static List<?> values(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Map<String, String> pairs(Object value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, text) -> pairs.put(key.toString(), text.toString()));
    }
    return pairs;
  }

  /** {@code "" = "src"} moves all packages, {@code pkg = "lib/pkg"} one that keeps its name. */
  private void packageDirectory(String name, String directory) {
    String path = clean(directory);
    String tail = name.replace('.', '/');
    if (name.isEmpty()) {
      add(path);
    } else if (path.endsWith("/" + tail)) {
      add(path.substring(0, path.length() - tail.length() - 1));
    }
  }

  private void addEach(Object values, String separator) {
    if (values instanceof String text) {
      addAll(text, separator);
    } else {
      values(values).forEach(value -> add(value.toString()));
    }
  }

  private void addAll(String values, String separator) {
    for (String value : values.split(separator, -1)) {
      add(value);
    }
  }

  private void add(String directory) {
    String path = clean(directory);
    if (!path.isEmpty() && !path.startsWith("/") && !path.startsWith("..") && !isPattern(path)) {
      roots.add(path);
    }
  }

  private static boolean isPattern(String path) {
    return path.contains("*") || path.contains("$") || path.contains("%");
  }

  static String clean(String directory) {
    String path = directory.strip().replace("$MYPY_CONFIG_FILE_DIR/", "");
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path.equals(".") ? "" : path;
  }
}
