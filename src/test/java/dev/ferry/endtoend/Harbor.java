package dev.ferry.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A repository with a row of each ending: two that can be moved, one that stands on a preparation,
 * one in place, one whose source is missing. A gate of its own starts a process.
 */
final class Harbor {
  static final String BATCH = "batches/batch_core.tsv";

  /** What every undisturbed run says of the batch. */
  static final String STATUS = "batch_core.tsv           | total:  5  done:  4  rem:  1  next:";

  /** By branch the source, the destination, and what the user of both imports then. */
  private static final Map<String, String[]> MOVES =
      Map.of(
          "feat/integrate-labs-pricing",
          new String[] {"labs/pricing.py", "core/pricing.py", "from core.pricing import price"},
          "feat/integrate-labs-clock",
          new String[] {"labs/clock.py", "core/clock.py", "import core.clock"},
          "feat/integrate-core-berth",
          new String[] {"core/berth.py", "core/berth/__init__.py", "from core.berth import PLACES"},
          "feat/integrate-labs-rules",
          new String[] {"labs/rules.py", "core/berth/rules.py", "from core.berth.rules import"});

  private final RealRepository repository;

  private Harbor(RealRepository repository) {
    this.repository = repository;
  }

  static Harbor at(Path root) {
    return new Harbor(
        RealRepository.at(root)
            .file(".gitignore", "*.done", "__pycache__")
            .file("labs/__init__.py")
            .file("core/__init__.py")
            .file("app/__init__.py")
            .file("labs/pricing.py", "RATE = 3", "", "", "def price(n):", "    return n * RATE")
            .file("labs/clock.py", "def now():", "    return 42")
            .file("labs/rules.py", "LIMIT = 7")
            .file("core/berth.py", "PLACES = 4")
            .file("core/stay.py", "STAY = 1")
            .file(
                "app/shop.py",
                "import labs.clock",
                "from core.berth import PLACES",
                "from labs.pricing import price",
                "from labs.rules import LIMIT",
                "",
                "",
                "def total(n):",
                "    return price(n) + labs.clock.now() + LIMIT + PLACES")
            .row(BATCH, "labs.pricing", "labs/pricing.py", "core/pricing.py")
            .row(BATCH, "core.stay", "core/stay.py", "core/stay.py")
            .row(BATCH, "labs.rules", "labs/rules.py", "core/berth/rules.py")
            .row(BATCH, "labs.gone", "labs/gone.py", "core/gone.py")
            .row(BATCH, "labs.clock", "labs/clock.py", "core/clock.py")
            .file(
                "ferry.yaml",
                "gates: [syntax, schema, history, own]",
                "commands:",
                "  - {name: own, argv: [sh, -c, 'test -f app/shop.py']}")
            .commit("open"));
  }

  /** One that is there already. */
  static Harbor in(Path root) {
    return new Harbor(RealRepository.in(root));
  }

  RealRepository repository() {
    return repository;
  }

  Path root() {
    return repository.root();
  }

  /**
   * All that belongs to the user; the list of finished rows beside the batch is ferry's to keep.
   */
  String userState() {
    return repository.userStateBut(".done");
  }

  /** The trees of all branches by their names, the base left out. */
  Map<String, String> trees() {
    Map<String, String> trees = new TreeMap<>();
    for (String branch : repository.branches()) {
      if (!branch.equals("main")) {
        trees.put(branch, repository.git("rev-parse", branch + "^{tree}").strip());
      }
    }
    return trees;
  }

  /** Each branch holds one commit more than what it stands on. */
  Map<String, String> commits() {
    Map<String, String> commits = new TreeMap<>();
    for (String branch : trees().keySet()) {
      commits.put(branch, repository.git("rev-list", "--count", "main.." + branch).strip());
    }
    return commits;
  }

  /** The tree of the branch that holds most commits. */
  String treeOfMost() {
    Map<String, String> commits = commits();
    String most =
        Collections.max(
            commits.keySet(), Comparator.comparing(name -> Integer.valueOf(commits.get(name))));
    return Objects.requireNonNull(trees().get(most));
  }

  /** What stands on a branch although it must not, or must and does not, each in a word. */
  List<String> halfMoves() {
    List<String> half = new ArrayList<>();
    for (String branch : trees().keySet()) {
      String[] move = Objects.requireNonNull(MOVES.get(branch));
      List<String> files = repository.git("ls-tree", "-r", "--name-only", branch).lines().toList();
      String user = repository.show(branch, "app/shop.py");
      if (files.contains(move[0])) {
        half.add(branch + " still has " + move[0]);
      }
      if (!files.contains(move[1])) {
        half.add(branch + " has no " + move[1]);
      }
      if (!user.contains(move[2])) {
        half.add(branch + " does not import " + move[2]);
      }
    }
    return half;
  }

  /** Lock files of git anywhere in the repository and in ferry's clone, but for ferry's own. */
  List<String> gitLocks() {
    return below(".git").stream()
        .filter(name -> name.endsWith(".lock") && !name.endsWith("ferry/clone.lock"))
        .toList();
  }

  /** Programs that ferry registered and did not take off its list. */
  List<String> sessions() {
    return below(".git/ferry/sessions");
  }

  private List<String> below(String folder) {
    Path top = root().resolve(folder);
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes that work in this repository or were started for it, by their command lines. */
  List<String> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(this::isOfThisRepository)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .collect(Collectors.toList());
  }

  private boolean isOfThisRepository(ProcessHandle process) {
    if (process.info().commandLine().orElse("").contains(root().toString())) {
      return true;
    }
    try {
      Path place = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.exists(place) && place.toRealPath().startsWith(root().toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }
}
