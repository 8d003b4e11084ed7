package dev.ferry.python.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.facts.InMemoryBlobs;
import dev.ferry.facts.ModuleTable;
import dev.ferry.formats.TomlReader;
import dev.ferry.model.TreeListing;
import dev.ferry.python.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Which configuration makes which directories source roots, and what names files have then. */
final class SourceRootsTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();

  private ModuleTable table(String... pathsAndTexts) {
    TreeListing tree = blobs.tree(pathsAndTexts);
    return new Python()
        .modules(tree, path -> blobs.read(tree.find(path).orElseThrow().id()).orElseThrow());
  }

  /** {@code import redis} means the library, wherever a directory of that name lies. */
  @Test
  void onlyPackagesOfProjectsAndTestsAreFoundByTheirOwnName() {
    ModuleTable table =
        table(
            "my-shop/providers/redis/__init__.py", "",
            "my-client/setup.py", "",
            "my-client/client/__init__.py", "",
            "my-server/pyproject.toml", "",
            "my-server/src/server/__init__.py", "",
            "my-server/tests/units/__init__.py", "");
    assertThat(table.fileOf("redis")).isEmpty();
    assertThat(table.fileOf("client")).hasValue("my-client/client/__init__.py");
    assertThat(table.fileOf("server")).hasValue("my-server/src/server/__init__.py");
    assertThat(table.fileOf("units")).hasValue("my-server/tests/units/__init__.py");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pyproject.toml | [tool.setuptools]#package-dir = {\"\" = \"lib\"}",
        "pyproject.toml | [tool.setuptools.package-dir]#\"\" = './lib/'",
        "pyproject.toml | [tool.setuptools.package-dir]#\"a.b\" = 'lib/a/b'",
        "pyproject.toml | [tool.setuptools.packages.find]#where = [\"lib\"]",
        "pyproject.toml | [tool.poetry]#packages = [#  { include = \"a\", from = \"lib\" },#]",
        "pyproject.toml | [[tool.poetry.packages]]#include = \"a\"#from = \"lib\"",
        "pyproject.toml | [tool.hatch.build.targets.wheel]#packages = [\"lib/a\"]",
        "pyproject.toml | [tool.hatch.build]#sources = [\"lib\"]",
        "pyproject.toml | [tool.hatch.build.targets.wheel.sources]#\"lib\" = \"\"",
        "pyproject.toml | [tool.pdm.build]#package-dir = \"lib\"",
        "pyproject.toml | [tool.uv.build-backend]#module-root = \"lib\"",
        "pyproject.toml | [tool.pytest.ini_options]#pythonpath = [\".\", \"lib\"]",
        "pyproject.toml | tool.pytest.ini_options.pythonpath = '. lib'",
        "pyproject.toml | [tool.mypy]#mypy_path = \"$MYPY_CONFIG_FILE_DIR/lib\"",
        "setup.cfg | [options]#package_dir =#    =lib",
        "setup.cfg | [options.packages.find]#where = lib",
        "setup.cfg | [tool:pytest]#pythonpath = lib",
        "setup.py | setup(name='x',#  package_dir={'': 'lib', 'y': other},#)",
        "setup.py | setup(package_dir = {'a.b': \"lib/a/b\"})",
        "setup.py | setup(package_dir=dict(a='lib/a'))",
        "setup.py | setup(packages=find_packages('lib', exclude=['x']))",
        "setup.py | setup(packages=find_namespace_packages(where=\"lib\"))",
        "pytest.ini | [pytest]#; pythonpath = no#pythonpath =#  .#  lib#testpaths = tests",
        "tox.ini | [pytest]#pythonpath: lib",
        "mypy.ini | [mypy]#mypy_path = lib:stubs",
      })
  void configurationNamesRoots(String file, String content) {
    ModuleTable table = table(file, content.replace('#', '\n'), "lib/a.py", "");
    assertThat(table.roots()).startsWith("lib").endsWith("");
    assertThat(table.namesOf("lib/a.py")).containsExactly("a", "lib.a");
  }

  /** The script gives the names their beginning; {@code pkg} itself is on nobody's search path. */
  @Test
  void aPackageInWhichPackagesAreFoundIsNoRoot() {
    ModuleTable table =
        table(
            "setup.py",
            "setup(packages=['pkg'] + ['pkg.' + name for name in find_packages('pkg')])",
            "pkg/__init__.py",
            "",
            "pkg/inner/__init__.py",
            "");
    assertThat(table.roots()).containsExactly("");
    assertThat(table.namesOf("pkg/inner/__init__.py")).containsExactly("pkg.inner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[tool", "x = ", "= 1", "[tool.pytest.ini_options]\npythonpath = [\"lib\""})
  void aBrokenFileNamesNone(String content) {
    assertThat(table("pyproject.toml", content, "lib/a.py", "").roots()).containsExactly("");
  }

  @Test
  void theSourceLayoutIsRecognised() {
    assertThat(table("src/a/b.py", "").namesOf("src/a/b.py")).containsExactly("a.b", "src.a.b");
    assertThat(table("src/__init__.py", "", "src/a.py", "").namesOf("src/a.py"))
        .containsExactly("src.a");
    assertThat(table("src/main.ts", "").roots()).containsExactly("");
  }

  @Test
  void packagesAndStubsHaveTheNamesPythonGivesThem() {
    ModuleTable table =
        table(
            "a/__init__.py", "",
            "a.py", "",
            "a/b.py", "",
            "a/b.pyi", "",
            "c/d.pyi", "",
            "e-f/g.py", "",
            "conftest.py", "");
    assertThat(table.fileOf("a")).hasValue("a/__init__.py");
    assertThat(table.namesOf("a.py")).as("the package wins").isEmpty();
    assertThat(table.namesOf("a/__init__.py")).containsExactly("a");
    assertThat(table.namesOf("a/b.pyi")).containsExactly("a.b");
    assertThat(table.fileOf("c.d")).hasValue("c/d.pyi");
    assertThat(table.isNamespacePackage("c")).isTrue();
    assertThat(table.isRegularPackage("a")).isTrue();
    assertThat(table.namesOf("e-f/g.py")).isEmpty();
    assertThat(table.namesOf("conftest.py")).containsExactly("conftest");
    assertThat(table.isStandardLibrary("os.path")).isTrue();
    assertThat(table.isStandardLibrary("distutils")).as("3.11 has it").isTrue();
    assertThat(table.isStandardLibrary("osx")).isFalse();
  }

  /** The reader agrees with a whole TOML library on what both accept. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 'b'\n[c.d]\ne = \"f\\u00e9\\n\" # g\n'h i'.j = [1, 'k', [\"l\"],\n # m\n]\n",
        "[[a]]\n"
            + "b = \"\"\"\n"
            + "c\n"
            + " d\"\"\"\n"
            + "[[a]]\n"
            + "b = '''e''f'''\n"
            + "[a.g]\n"
            + "h = {i = 'j', k.l = \"m\"}\n",
        "\"a.b\" = 'c\\d'\r\n[ e . \"f\" ]\r\ng = [\r\n  'h',\r\n]\r\n",
        "a = \"\"\"b \\\n   c\"\"\"\n",
      })
  void tomlIsReadAsALibraryReadsIt(String text) throws Exception {
    assertThat(TomlReader.read(text)).isEqualTo(plain(new TomlMapper().readTree(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = 'b", "a = \"\\q\"", "[a", "a = [1", "a = {b = 1", "a 1"})
  void whatIsNoTomlIsRefused(String text) {
    assertThatThrownBy(() -> TomlReader.read(text))
        .isInstanceOf(TomlReader.MalformedException.class);
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new java.util.LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(plain(element)));
      return list;
    }
    return node.asString();
  }
}
