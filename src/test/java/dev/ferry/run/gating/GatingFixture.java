package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.Configuration.Select;
import dev.ferry.gate.GateKind;
import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.Limits;
import dev.ferry.probe.Revision;
import dev.ferry.probe.Workplace;
import dev.ferry.probe.WorktreeSettings;
import dev.ferry.process.Programs;
import dev.ferry.process.Sessions;
import dev.ferry.python.testing.PythonTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A sample project whose module {@code labs.engine} moves to {@code core.engine}, and everything
 * that is needed to have the candidate judged. Each test changes what it is about.
 */
final class GatingFixture implements AutoCloseable {
  static final Move MOVE = new Move("labs.engine", "labs/engine.py", "core/engine.py");

  final Path place;
  final SampleRepository repository;
  final Map<String, String> variables = new TreeMap<>(System.getenv());
  final Map<String, String> scaffolds = new HashMap<>();
  final Map<String, String> paths = new HashMap<>(Map.of(MOVE.source(), MOVE.destination()));
  List<ChosenGate> gates = List.of(new ChosenGate.Known(GateKind.SMOKE));
  List<String> smoke = List.of("pytest", "-q", "tests");
  WorktreeSettings worktree = WorktreeSettings.NONE;
  Optional<String> virtualenv = Optional.of(testPython());
  Duration time = Duration.ofSeconds(60);
  boolean strict;
  boolean all;
  boolean witnessRequired;
  List<Move> moves = List.of(MOVE);
  List<String> allowed = List.of();
  List<String> openapi = List.of();
  double minimum = 0.90;

  /** Files that the move rewrites; all that differ where empty. */
  Optional<Set<String>> edited = Optional.empty();

  Select select = Select.ALL;
  dev.ferry.probe.ApplicationSettings application = dev.ferry.probe.ApplicationSettings.NONE;
  FollowsHistory history = (move, base, candidate) -> new Followed.Reaches(move);
  FindsMentions mentions =
      (searched, named, moved) ->
          new dev.ferry.facts.Mentions(Optional.empty()).find(searched, named, moved, path -> true);
  MakesClaims claims = candidate -> new MakesClaims.Claims.Missing("", "no report");
  private final Programs programs = new Programs();
  private @org.jspecify.annotations.Nullable GitWorkplace workplace;
  private int judged;
  java.util.function.UnaryOperator<Workplace> slot = java.util.function.UnaryOperator.identity();

  GatingFixture(Path temporary) {
    try {
      place = temporary.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    variables.keySet().removeIf(name -> name.startsWith("PYTHON") || name.equals("VIRTUAL_ENV"));
    repository =
        SampleRepository.at(place.resolve("checkout"))
            .with("labs/__init__.py", "")
            .with("labs/engine.py", "LIMIT = 3\n\n\ndef start(speed):\n    return speed + 1\n")
            .with("core/__init__.py", "")
            .with("app.py", "from labs.engine import start\n\n\ndef run():\n    return start(1)\n")
            .with(
                "tests/test_app.py",
                "from app import run\n\n\ndef test_runs():\n    assert run() == 2\n");
  }

  /** The interpreter with pytest that the build makes. */
  static String testPython() {
    String python = System.getProperty("ferry.test.python");
    assertThat(python).as("system property ferry.test.python; pom.xml sets it").isNotNull();
    assertThat(Path.of(python)).as("made by the build in generate-test-resources").exists();
    return python;
  }

  /** The right move, not yet committed. */
  GatingFixture moved() {
    repository
        .move("labs/engine.py", "core/engine.py")
        .with("app.py", "from core.engine import start\n\n\ndef run():\n    return start(1)\n");
    return this;
  }

  /** Judges what lies in the checkout against {@code base}. */
  List<GateResult> judgeAgainst(Revision base) {
    return judge(base, repository.commit("move"));
  }

  List<GateResult> judge(Revision base, Revision candidate) {
    return sequence().judge(request(base, candidate));
  }

  GateResult onlyResult(Revision base) {
    return onlyResultOf(base, repository.commit("move"));
  }

  GateResult onlyResultOf(Revision base, Revision candidate) {
    List<GateResult> results = judge(base, candidate);
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  /** Of what was judged last. */
  List<String> logNames() {
    try (var files = Files.list(place.resolve("logs").resolve(String.valueOf(judged)))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GateSequence sequence() {
    return new GateSequence(
        machine(), programs, new Evidence(history, mentions, claims), Optional.empty(), openapi);
  }

  Bench.Machine machine() {
    Sessions sessions = new Sessions(programs, place.resolve("sessions"), variables);
    return new Bench.Machine(new PythonTools(), sessions, variables);
  }

  EnvironmentSearch.Result environment() {
    return new EnvironmentSearch(new PythonTools(), programs, variables)
        .search(repository.root(), virtualenv);
  }

  GateRequest request(Revision base, Revision candidate) {
    judged++;
    return new GateRequest(
        new GateSettings(
            gates,
            all,
            strict,
            witnessRequired,
            new GateSettings.Tests(smoke, minimum, select, new Limits(time, 1 << 20), application),
            worktree,
            allowed),
        candidate(base, candidate),
        slot.apply(workplace()),
        environment(),
        repository.root(),
        place.resolve("logs").resolve(String.valueOf(judged)),
        place.resolve("base-results"),
        GateProgress.SILENT);
  }

  /** One that moves nothing where {@code moves} is empty. */
  private Candidate candidate(Revision base, Revision candidate) {
    if (moves.isEmpty()) {
      return Candidate.unmoved(
          base, candidate, repository.snapshot(base), repository.snapshot(candidate));
    }
    return new Candidate(
        base,
        candidate,
        repository.snapshot(base),
        repository.snapshot(candidate),
        moves,
        paths,
        Map.of("labs.engine", "core.engine"),
        edited.orElseGet(() -> edited(base, candidate)),
        scaffolds);
  }

  private Set<String> edited(Revision base, Revision candidate) {
    String changed =
        SampleRepository.git(
            repository.root(),
            "diff",
            "--name-only",
            "--diff-filter=d",
            base.commit().hex(),
            candidate.commit().hex());
    return Set.copyOf(changed.lines().toList());
  }

  GitWorkplace workplace() {
    GitWorkplace made = workplace;
    if (made == null) {
      made = repository.workplace(place, 1);
      workplace = made;
    }
    return made;
  }

  /** Commits the candidate and puts the user's checkout back to {@code base}, as it would be. */
  GateResult onlyResultBesideCheckoutOf(Revision base) {
    Revision candidate = repository.commit("move");
    SampleRepository.git(repository.root(), "checkout", "-q", "--detach", base.commit().hex());
    List<GateResult> results = judge(base, candidate);
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  /** An environment of its own that has pytest; returns its site-packages. */
  Path environmentAt(Path directory) {
    return environmentAt(directory, true);
  }

  Path environmentAt(Path directory, boolean withPytest) {
    run(testPython(), "-m", "venv", "--without-pip", directory.toString());
    String purelib = "import sysconfig; print(sysconfig.get_paths()['purelib'])";
    Path packages = Path.of(run(directory.resolve("bin/python").toString(), "-c", purelib).strip());
    if (withPytest) {
      // what pip would have installed, without the network
      write(packages.resolve("installed.pth"), run(testPython(), "-c", purelib));
    }
    virtualenv = Optional.of(directory.toString());
    return packages;
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that the gates' commands printed, for a test that fails. */
  String logs() {
    StringBuilder all = new StringBuilder();
    if (!Files.isDirectory(place.resolve("logs"))) {
      return "";
    }
    try (var files = Files.walk(place.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append("== ").append(file).append('\n').append(Files.readString(file)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  static List<String> codes(GateResult result) {
    return result.findings().stream().map(Problem::code).map(Enum::name).toList();
  }

  @Override
  public void close() {
    programs.close();
    // JUnit warns of links that lead out of its temporary directory
    try (var files = Files.walk(place)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
