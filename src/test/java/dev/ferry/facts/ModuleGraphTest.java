package dev.ferry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.python.Python;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What imports refer to, in whole and in derived graphs. */
final class ModuleGraphTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();

  private Snapshot snapshot(String... pathsAndTexts) {
    return snapshot(blobs.tree(pathsAndTexts));
  }

  private Snapshot snapshot(TreeListing listing) {
    return new SnapshotReader(new Python(), blobs, Optional.empty())
        .read(blobs.nameOf(new byte[0]), listing);
  }

  private static Stream<Resolution> targets(Snapshot snapshot, String path) {
    return snapshot.graph().importsOf(path).stream().map(ResolvedImport::target);
  }

  @Test
  void eachKindOfImportFindsItsTarget() {
    Snapshot snapshot =
        snapshot(
            "a/__init__.py", "import os\nx = 1\n",
            "a/b.py", "class K: pass\n",
            "n/c.py", "from a.star import *\n",
            "a/star.py", "from a.b import *\n",
            "m.py",
                """
                import a.b, n.c, n, os.path, numpy.linalg, a.zz, n.zz
                from a import b, x, y, __version__
                from a.b import K, L
                from n import c, d
                from a.star import anything
                from a.b import *
                """);
    assertThat(targets(snapshot, "m.py"))
        .containsExactly(
            new Resolution.Module("a/b.py"),
            new Resolution.Module("n/c.py"),
            new Resolution.Namespace("n"),
            new Resolution.StandardLibrary("os.path"),
            new Resolution.External("numpy.linalg"),
            new Resolution.Dangling("a.zz"),
            new Resolution.Dangling("n.zz"),
            new Resolution.Module("a/b.py"),
            new Resolution.Attribute("a/__init__.py", "x", true),
            new Resolution.Dangling("a.y"),
            new Resolution.Attribute("a/__init__.py", "__version__", true),
            new Resolution.Attribute("a/b.py", "K", true),
            new Resolution.Dangling("a.b.L"),
            new Resolution.Module("n/c.py"),
            new Resolution.Dangling("n.d"),
            new Resolution.Attribute("a/star.py", "anything", false),
            new Resolution.Module("a/b.py"));
    assertThat(snapshot.graph().dangling("m.py")).hasSize(5);
    assertThat(snapshot.graph().importersOf("a/b.py"))
        .extracting(ResolvedImport::importer)
        .containsExactly("a/star.py", "m.py", "m.py", "m.py", "m.py");
  }

  @Test
  void theDirectoryAroundTheTopLevelModulesIsAPackageWhereItHasAnInit() {
    Snapshot snapshot =
        snapshot(
            "__init__.py", "from . import a\nfrom .a import K\nV = 1\nt = 2\n",
            "a.py", "from . import s, V, missing\nfrom .s import t\nfrom . import t\nK = 1\n",
            "s/__init__.py", "from ..a import K\n",
            "s/t.py", "from .. import a\nfrom ... import a\n",
            "t.py", "");
    assertThat(targets(snapshot, "__init__.py"))
        .containsExactly(
            new Resolution.Module("a.py"), new Resolution.Attribute("a.py", "K", true));
    assertThat(targets(snapshot, "a.py"))
        .containsExactly(
            new Resolution.Module("s/__init__.py"),
            new Resolution.Attribute("__init__.py", "V", true),
            new Resolution.Dangling(".missing"),
            new Resolution.Module("s/t.py"),
            new Resolution.Attribute("__init__.py", "t", true));
    assertThat(targets(snapshot, "s/__init__.py"))
        .containsExactly(new Resolution.Attribute("a.py", "K", true));
    assertThat(targets(snapshot, "s/t.py"))
        .containsExactly(new Resolution.Module("a.py"), new Resolution.Dangling("...a"));
  }

  @Test
  void relativeImportsStartFromTheFilesPackage() {
    Snapshot snapshot =
        snapshot(
            "a/__init__.py", "from . import b\nfrom .b import K\nfrom .. import q\n",
            "a/b.py", "K = 1\n",
            "a/s/__init__.py", "from ..b import K\nfrom ... import q\nfrom . import t\n",
            "a/s/t.py", "from ...a import b\nfrom .. import b, s\n",
            "top.py", "from . import a\n",
            "my-tool/setup.py", "",
            "my-tool/lib/__init__.py", "from .x import y\nfrom .z import w\n",
            "my-tool/lib/x.py", "y = 1\n",
            "other-tool/tool/__init__.py", "from .x import y\nfrom .z import w\n",
            "other-tool/tool/x.py", "y = 1\n");
    assertThat(targets(snapshot, "a/__init__.py"))
        .containsExactly(
            new Resolution.Module("a/b.py"),
            new Resolution.Attribute("a/b.py", "K", true),
            new Resolution.Dangling("..q"));
    assertThat(targets(snapshot, "a/s/__init__.py"))
        .containsExactly(
            new Resolution.Attribute("a/b.py", "K", true),
            new Resolution.Dangling("...q"),
            new Resolution.Module("a/s/t.py"));
    assertThat(targets(snapshot, "a/s/t.py"))
        .containsExactly(
            new Resolution.Neighbour("a/b.py"),
            new Resolution.Module("a/b.py"),
            new Resolution.Module("a/s/__init__.py"));
    assertThat(targets(snapshot, "top.py"))
        .containsExactly(new Resolution.Neighbour("a/__init__.py"));
    assertThat(targets(snapshot, "my-tool/lib/__init__.py"))
        .containsExactly(
            new Resolution.Attribute("my-tool/lib/x.py", "y", true),
            new Resolution.Dangling("lib.z.w"));
    assertThat(targets(snapshot, "other-tool/tool/__init__.py"))
        .containsExactly(
            new Resolution.Neighbour("other-tool/tool/x.py"), new Resolution.Dangling("tool.z.w"));
  }

  @Test
  void aNameThatThePackageBindsComesBeforeASubmoduleOfThatName() {
    Snapshot snapshot =
        snapshot(
            "a/__init__.py", "from .b import b\nfrom . import c\n",
            "a/b.py", "def b(): pass\n",
            "a/c.py", "",
            "m.py", "from a import b, c\n");
    assertThat(targets(snapshot, "m.py"))
        .containsExactly(
            new Resolution.Attribute("a/__init__.py", "b", true), new Resolution.Module("a/c.py"));
  }

  @Test
  void aModuleWinsOverADirectoryWithoutInit() {
    Snapshot snapshot =
        snapshot(
            "core/__init__.py", "",
            "core/governance.py", "x = 1\n",
            "core/governance/guard.py", "",
            "m.py", "import core.governance.guard\nfrom core.governance import x, guard\n");
    assertThat(targets(snapshot, "m.py"))
        .containsExactly(
            new Resolution.Dangling("core.governance.guard"),
            new Resolution.Attribute("core/governance.py", "x", true),
            new Resolution.Dangling("core.governance.guard"));
    assertThat(snapshot.modules().namesOf("core/governance/guard.py")).isEmpty();
  }

  @Test
  void aBareImportMayFindAFileBesideTheImporter() {
    Snapshot snapshot =
        snapshot(
            "scripts/run.py", "import tool, json, requests\nfrom tool import x\n",
            "scripts/tool.py", "",
            "scripts/json.py", "",
            "tests/pkg/__init__.py", "",
            "tests/pkg/test_a.py", "import pkg.help\n",
            "tests/pkg/help.py", "");
    assertThat(targets(snapshot, "scripts/run.py"))
        .containsExactly(
            new Resolution.Neighbour("scripts/tool.py"),
            new Resolution.StandardLibrary("json"),
            new Resolution.External("requests"),
            new Resolution.Neighbour("scripts/tool.py"));
    assertThat(targets(snapshot, "tests/pkg/test_a.py"))
        .containsExactly(new Resolution.Module("tests/pkg/help.py"));
  }

  @Test
  void aPackageMeansItselfWhateverElseHasItsName() {
    Snapshot snapshot =
        snapshot(
            "pkg/trunk/pkg/__init__.py", "",
            "pkg/trunk/pkg/a.py", "x = 1\n",
            "pkg/trunk/pkg/b.py", "from pkg.a import x, y\nimport pkg.gone\n",
            "pkg/trunk/tests/test_b.py", "from pkg.a import x\n",
            "pkg/trunk/setup.py", "import pkg.a\n",
            "pkg/branch/pkg/__init__.py", "",
            "pkg/branch/pkg/a.py", "",
            "pkg/branch/pkg/b.py", "from pkg import a\n");
    assertThat(targets(snapshot, "pkg/trunk/pkg/b.py"))
        .containsExactly(
            new Resolution.Attribute("pkg/trunk/pkg/a.py", "x", true),
            new Resolution.Dangling("pkg.a.y"),
            new Resolution.Dangling("pkg.gone"));
    assertThat(targets(snapshot, "pkg/trunk/tests/test_b.py"))
        .containsExactly(new Resolution.Neighbour("pkg/trunk/pkg/a.py"));
    assertThat(targets(snapshot, "pkg/trunk/setup.py"))
        .containsExactly(new Resolution.Neighbour("pkg/trunk/pkg/a.py"));
    assertThat(targets(snapshot, "pkg/branch/pkg/b.py"))
        .containsExactly(new Resolution.Module("pkg/branch/pkg/a.py"));
  }

  @Test
  void aFileThatCouldNotBeReadMayHaveEveryName() {
    TreeListing listing = blobs.tree("a.py", "lost\n", "m.py", "from a import x\n");
    blobs.lose(listing.find("a.py").orElseThrow().id());
    Snapshot snapshot = snapshot(listing);
    assertThat(snapshot.missing()).containsExactly("a.py");
    assertThat(snapshot.facts("a.py")).isEmpty();
    assertThat(targets(snapshot, "m.py"))
        .containsExactly(new Resolution.Attribute("a.py", "x", false));
  }

  @Test
  void aMoveLosesTheImportsThatItForgets() {
    Snapshot before =
        snapshot(
            "old.py", "x = 1\nfrom nowhere.at import all\n",
            "pkg/__init__.py", "",
            "pkg/a.py", "from old import x\n",
            "pkg/b.py", "import old\n",
            "pkg/c.py", "import pkg.old\nimport pkg.gone\n");
    Snapshot after =
        before.after(
            List.of(
                new TreeChange.Delete("old.py"),
                new TreeChange.Place(
                    "pkg/old.py", "100644", before.listing().find("old.py").orElseThrow().id()),
                write("pkg/a.py", "from pkg.old import x\n")));
    GraphDifference difference =
        GraphDifference.between(
            before.graph(), after.graph(), path -> path.equals("pkg/old.py") ? "old.py" : path);
    assertThat(difference.lost())
        .extracting(change -> change.after().importer())
        .containsExactly("pkg/b.py");
    assertThat(difference.healed())
        .extracting(change -> change.after().target())
        .containsExactly(new Resolution.Module("pkg/old.py"));
  }

  @Test
  void aDerivedSnapshotReadsOnlyWhatChanged() {
    Snapshot before = snapshot("a.py", "x = 1\n", "b.py", "from a import x\n");
    int reads = blobs.reads();
    Snapshot after = before.after(List.of(write("a.py", "y = 1\n")));
    assertThat(targets(after, "b.py")).containsExactly(new Resolution.Dangling("a.x"));
    assertThat(blobs.reads()).isEqualTo(reads);
    assertThat(after.content("a.py")).hasValue("y = 1\n".getBytes(StandardCharsets.UTF_8));
    assertThat(targets(before, "b.py"))
        .containsExactly(new Resolution.Attribute("a.py", "x", true));
  }

  /**
   * The derived graph must say what reading the changed tree from the start says. Who reads it from
   * the start cannot know that a package has left a source root, and so has lost its name, nor that
   * moves have made a root of a directory which no name leads through.
   */
  @Test
  void derivedGraphsEqualThoseReadAnew() {
    int lost = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Snapshot derived = snapshot(randomTree(random));
      for (int step = 0; step < 4; step++) {
        derived.graph();
        derived = derived.after(randomChanges(random, derived.listing()));
        Snapshot anew = snapshot(stored(derived));
        if (!derived.modules().namesAs(anew.modules())) {
          lost++;
          derived = anew;
        }
        assertThat(derived.graph().files()).isEqualTo(anew.graph().files());
        for (String path : anew.graph().files()) {
          assertThat(derived.graph().importsOf(path))
              .as("seed %s, step %s, %s", seed, step, path)
              .isEqualTo(anew.graph().importsOf(path));
          assertThat(derived.graph().importersOf(path))
              .as("seed %s, step %s, importers of %s", seed, step, path)
              .isEqualTo(anew.graph().importersOf(path));
        }
      }
    }
    assertThat(lost).isLessThan(60); // of 1,200
  }

  private TreeListing stored(Snapshot snapshot) {
    for (TreeEntry entry : snapshot.listing().entries()) {
      snapshot.content(entry.path()).ifPresent(blobs::add);
    }
    return snapshot.listing();
  }

  private static final List<String> DIRECTORIES =
      List.of("", "a/", "b/", "a/b/", "a/c/", "src/", "src/a/", "x-y/", "x-y/b/");

  private static final List<String> FILES =
      List.of("__init__.py", "a.py", "b.py", "c.py", "json.py", "c.pyi");

  private TreeListing randomTree(Random random) {
    List<TreeEntry> entries = new ArrayList<>();
    for (String directory : DIRECTORIES) {
      for (String file : FILES) {
        if (random.nextInt(3) == 0) {
          byte[] text = randomText(random).getBytes(StandardCharsets.UTF_8);
          entries.add(new TreeEntry("100644", blobs.add(text), directory + file));
        }
      }
    }
    entries.add(
        new TreeEntry("100644", blobs.add("n\n".getBytes(StandardCharsets.UTF_8)), "README.md"));
    return TreeListing.of(entries);
  }

  private List<TreeChange> randomChanges(Random random, TreeListing listing) {
    List<TreeChange> changes = new ArrayList<>();
    for (TreeEntry entry : listing.entries()) {
      if (random.nextInt(8) == 0) {
        changes.add(new TreeChange.Delete(entry.path()));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String path = pick(random, DIRECTORIES) + pick(random, FILES);
      changes.add(write(path, randomText(random)));
    }
    if (random.nextInt(10) == 0) {
      changes.add(write("pytest.ini", "[pytest]\npythonpath = x-y\n"));
    }
    return changes;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      String module =
          pick(random, List.of("a", "b", "c", "json", "a.b", "a.c", "b.c", "a.b.c", "src.a", "q"));
      String name = pick(random, List.of("a", "b", "c", "v", "*"));
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> "import " + module + "\n";
            case 1, 2 -> "from " + module + " import " + name + "\n";
            case 3 -> "from " + ".".repeat(1 + random.nextInt(3)) + " import " + name + "\n";
            default -> "from ." + module + " import " + name + "\n";
          });
    }
    return text + (random.nextBoolean() ? "v = 1\n" : "");
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static TreeChange write(String path, String text) {
    return new TreeChange.Write(path, "100644", text.getBytes(StandardCharsets.UTF_8));
  }
}
