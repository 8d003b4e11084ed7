package dev.ferry.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills ferry before and after its calls of git, by a git first in PATH that kills whoever started
 * it, and looks at what the next ferry makes of that.
 */
final class KilledFerryTest {
  private static final Identity ADA = new Identity("Ada Example", "ada@example.org");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir Path directory;
  private UserRepository user;
  private Path wrapper;

  @BeforeEach
  void open() throws IOException {
    user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "a = 1\n").file("b.py", "b = 1\n").commit("base");
    user.file("b.py", "stashed\n");
    user.git("stash", "push", "-q");
    user.file("a.py", "dirty\n");
    wrapper = Files.createDirectories(directory.resolve("bin"));
    Path git = wrapper.resolve("git");
    Files.writeString(
        git,
        """
        #!/bin/sh
        # counts its calls; at call $KILL_AT kills its parent, before or after the real work
        n=1
        until mkdir "$COUNT/$n" 2> /dev/null; do n=$((n + 1)); done
        PATH=${PATH#*:}
        [ "$n" -eq "$KILL_AT" ] && [ "$KILL_WHEN" = before ] && kill -9 $PPID && exit 137
        git "$@"
        code=$?
        [ "$n" -eq "$KILL_AT" ] && kill -9 $PPID
        exit $code
        """);
    assertThat(git.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theNextFerryConvergesWhereverTheLastOneWasKilled() throws Exception {
    Map<String, String> before = user.untouchables();
    int calls = callsOfAWholeRun();
    ObjectId expected = user.id("feat/a");
    assertThat(calls).isGreaterThan(10);
    for (int call = 1; call <= calls; call++) {
      for (String when : List.of("before", "after")) {
        if (call == calls && when.equals("after")) {
          continue; // nothing is left to do: ferry may end before it is killed
        }
        theNextFerryConverges(call, when, before, expected);
      }
    }
  }

  private void theNextFerryConverges(
      int call, String when, Map<String, String> before, ObjectId expected) throws Exception {
    String what = "killed " + when + " call " + call;
    startAfresh();
    assertThat(ferry(call, when)).as(what).isEqualTo(137);
    assertThat(user.untouchables()).as(what).isEqualTo(before);
    assertThat(user.git("fsck")).as(what).doesNotContain("missing").doesNotContain("error");

    assertThat(ferry(0, "never")).as(what).isZero();
    assertThat(user.id("feat/a")).as(what).isEqualTo(expected);
    assertThat(user.untouchables()).as(what).isEqualTo(before);
  }

  /** Objects of an earlier run are no longer there either: each run then makes the same calls. */
  private void startAfresh() throws IOException {
    user.git("update-ref", "-d", "refs/heads/feat/a");
    user.git("prune", "--expire=now");
    Deletion.of(user.directory().resolve(".git/ferry"));
  }

  @Test
  void severalFerriesAtOnceAllSucceed() throws Exception {
    List<Process> ferries = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ferries.add(start(0, "never", "feat/b" + i));
    }
    for (Process ferry : ferries) {
      assertThat(ferry.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(ferry.exitValue()).as(log()).isZero();
    }
    for (int i = 0; i < 4; i++) {
      assertThat(user.git("show", "feat/b" + i + ":core/a.py")).isEqualTo("a = 1\n");
    }
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  private int callsOfAWholeRun() throws Exception {
    assertThat(ferry(0, "never")).as(log()).isZero();
    try (Stream<Path> calls = Files.list(directory.resolve("count"))) {
      return (int) calls.count();
    }
  }

  private int ferry(int killAt, String when) throws Exception {
    Process ferry = start(killAt, when, "feat/a");
    assertThat(ferry.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return ferry.exitValue();
  }

  private Process start(int killAt, String when, String branch) throws IOException {
    Path count = directory.resolve("count");
    Deletion.of(count);
    Files.createDirectories(count);
    Map<String, String> environment = new TreeMap<>(UserRepository.ENVIRONMENT);
    environment.put("PATH", wrapper + ":" + environment.get("PATH"));
    environment.put("COUNT", count.toString());
    environment.put("KILL_AT", Integer.toString(killAt));
    environment.put("KILL_WHEN", when);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OneMove.class.getName(),
            user.directory().toString(),
            branch);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
        .start();
  }

  private String log() throws IOException {
    Path log = directory.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** All that ferry does with git for one move. */
  static final class OneMove {
    public static void main(String[] arguments) throws Exception {
      try (Programs programs = new Programs()) {
        Git git = new Git(programs, System.getenv());
        Repository repository = Repository.open(git, Path.of(arguments[0]));
        Base base = repository.defaultBase();
        repository.pin(base.commit());
        FerryClone clone = FerryClone.open(repository, FerryClone.USUAL_FILTERS);
        Candidate candidate =
            new CandidateBuilder(clone, CLOCK)
                .build(
                    base.commit(),
                    List.of(
                        new TreeChange.Delete("a.py"),
                        new TreeChange.Write("core/a.py", "100644", "a = 1\n".getBytes(UTF_8))),
                    "move\n",
                    ADA,
                    ADA);
        try (Slot slot = new SlotPool(clone, 4, SlotFiles.NONE).acquire()) {
          CheckedOut unused = slot.checkout(candidate.commit());
          String content = Files.readString(slot.root().resolve("core/a.py"));
          if (!content.equals("a = 1\n") || Files.exists(slot.root().resolve("a.py"))) {
            throw new AssertionError("not the candidate: " + content);
          }
        }
        Published published =
            new Publication(clone).publish(arguments[1], candidate, Optional.empty());
        if (published instanceof Published.Refused(var why)) {
          throw new AssertionError(why.toString());
        }
      }
    }
  }
}
