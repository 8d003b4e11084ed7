package dev.ferry.python.modules;

import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The source roots that configuration files name, relative to the root of the repository: where
 * setuptools, Poetry, Hatch, PDM and uv look for packages, and what pytest and mypy add to the
 * search path. A file that cannot be read names none.
 */
final class ConfiguredRoots {
  /** The files that are asked, at the root of the repository. */
  static final List<String> FILES =
      List.of("pyproject.toml", "setup.cfg", "pytest.ini", ".pytest.ini", "tox.ini", "mypy.ini");

  /** Words without which a pyproject.toml names no root: reading TOML takes time to load. */
  private static final List<String> WORDS =
      List.of("package", "pythonpath", "mypy_path", "sources", "module-root", "where");

  private final Set<String> roots = new LinkedHashSet<>();

  private ConfiguredRoots() {}

  static Set<String> in(String file, byte[] content) {
    ConfiguredRoots found = new ConfiguredRoots();
    String text = new String(content, StandardCharsets.UTF_8);
    if (file.endsWith(".toml")) {
      if (WORDS.stream().anyMatch(text::contains)) {
        found.pyproject(text);
      }
    } else {
      found.ini(IniFile.parse(text));
    }
    return found.roots;
  }

  private void ini(IniFile file) {
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

  private void pyproject(String text) {
    JsonNode tool;
    try {
      tool = new TomlMapper().readTree(text).path("tool");
    } catch (JacksonException malformed) {
      return;
    }
    JsonNode setuptools = tool.path("setuptools");
    setuptools
        .path("package-dir")
        .properties()
        .forEach(entry -> packageDirectory(entry.getKey(), entry.getValue().asString("")));
    addEach(setuptools.path("packages").path("find").path("where"), "\n");
    for (JsonNode inclusion : tool.path("poetry").path("packages")) {
      add(inclusion.path("from").asString(""));
    }
    JsonNode build = tool.path("hatch").path("build");
    hatch(build);
    hatch(build.path("targets").path("wheel"));
    add(tool.path("pdm").path("build").path("package-dir").asString(""));
    add(tool.path("uv").path("build-backend").path("module-root").asString(""));
    addEach(tool.path("pytest").path("ini_options").path("pythonpath"), "\\s+");
    addEach(tool.path("pytest").path("pythonpath"), "\\s+");
    addEach(tool.path("mypy").path("mypy_path"), "[\\s,:]+");
  }

  /** Hatch names the packages themselves, or the prefixes that fall away. */
  private void hatch(JsonNode target) {
    for (JsonNode name : target.path("packages")) {
      add(RepoPaths.parent(clean(name.asString(""))));
    }
    JsonNode sources = target.path("sources");
    if (sources.isArray()) {
      addEach(sources, "\n");
    } else {
      sources
          .properties()
          .forEach(
              entry -> {
                if (entry.getValue().asString("").isEmpty()) {
                  add(entry.getKey());
                }
              });
    }
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

  private void addEach(JsonNode values, String separator) {
    if (values.isArray()) {
      values.forEach(value -> add(value.asString("")));
    } else {
      addAll(values.asString(""), separator);
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

  private static String clean(String directory) {
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
