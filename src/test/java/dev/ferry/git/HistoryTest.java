package dev.ferry.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.git.History.Rename;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private static final Identity ADA = new Identity("Ada", "ada@example.org");

  @TempDir Path directory;
  private final Programs programs = new Programs();
  private UserRepository user;
  private FerryClone clone;
  private ObjectId base;

  @BeforeEach
  void open() {
    user = UserRepository.create(directory.resolve("r"));
    user.file("labs/a.py", lines(0, 20)).file("labs/b.py", lines(100, 120));
    base = user.file("labs/ü.py", lines(200, 220)).commit("base");
    clone = FerryClone.open(user.open(programs), FerryClone.USUAL_FILTERS);
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void aMoveWithFewEditsIsFollowedToItsSource() {
    Candidate candidate = move("labs/a.py", "core/a.py", lines(1, 20));
    History history = new History(clone);
    assertThat(history.followedFrom(base, candidate.commit(), "core/a.py")).contains("labs/a.py");
    assertThat(history.renames(base, candidate.commit()))
        .singleElement()
        .satisfies(
            rename -> {
              assertThat(rename.source()).isEqualTo("labs/a.py");
              assertThat(rename.similarity()).isBetween(80, 99);
            });
  }

  @Test
  void aMoveWithManyEditsIsNotFollowedButItsSimilarityIsKnown() {
    Candidate candidate = move("labs/a.py", "core/a.py", lines(12, 20) + lines(300, 320));
    History history = new History(clone);
    assertThat(history.followedFrom(base, candidate.commit(), "core/a.py")).isEmpty();
    assertThat(history.renames(base, candidate.commit())).isEmpty();
    assertThat(history.similarity(base, candidate.commit(), "labs/a.py", "core/a.py").orElseThrow())
        .isBetween(10, 49);
  }

  @Test
  void aMissingBlobSomewhereDoesNotStopTheSearch() throws IOException {
    ObjectId blob = user.id(base + ":labs/b.py");
    String hex = blob.hex();
    Candidate candidate = move("labs/a.py", "core/a.py", lines(1, 20));
    Files.delete(
        user.directory().resolve(".git/objects/" + hex.substring(0, 2) + "/" + hex.substring(2)));
    assertThat(
            user.run(
                    "--git-dir=" + clone.directory(),
                    "log",
                    "--follow",
                    "-1",
                    "--name-status",
                    candidate.commit().hex(),
                    "--",
                    "core/a.py")
                .exit())
        .as("git itself gives up")
        .isNotZero();
    assertThat(new History(clone).followedFrom(base, candidate.commit(), "core/a.py"))
        .contains("labs/a.py");
  }

  @Test
  void anUnrelatedFileHasNoSimilarity() {
    Candidate candidate = move("labs/a.py", "core/a.py", "something else entirely\n");
    assertThat(new History(clone).similarity(base, candidate.commit(), "labs/a.py", "core/a.py"))
        .isEmpty();
  }

  @Test
  void pathsBeyondAsciiAreFollowedInAnyLocale() {
    Candidate candidate = move("labs/ü.py", "core/größe.py", lines(200, 220));
    History history = new History(clone);
    assertThat(history.followedFrom(base, candidate.commit(), "core/größe.py"))
        .contains("labs/ü.py");
    assertThat(history.similarity(base, candidate.commit(), "labs/ü.py", "core/größe.py"))
        .hasValue(100);
    assertThat(history.renames(base, candidate.commit()))
        .containsExactly(new Rename("labs/ü.py", "core/größe.py", 100));
  }

  @Test
  void aPackageIsFollowedFileByFile() {
    user.file("labs/p/__init__.py", "").file("labs/p/x.py", lines(400, 420));
    base = user.file("labs/p/y.py", lines(500, 520)).commit("a package");
    List<TreeChange> gone =
        List.of(
            new TreeChange.Delete("labs/p/__init__.py"),
            new TreeChange.Delete("labs/p/x.py"),
            new TreeChange.Delete("labs/p/y.py"),
            write("core/p/__init__.py", ""),
            write("core/p/x.py", lines(401, 420)));
    Candidate whole = build(gone, write("core/p/y.py", lines(500, 520)));
    Candidate rewritten = build(gone, write("core/p/y.py", lines(515, 520) + lines(600, 620)));
    Move move = new Move("labs.p", "labs/p", "core/p");
    History history = new History(clone);
    assertThat(history.follow(base, whole.commit(), move)).isEqualTo(new History.Trail.Reaches());
    assertThat(history.follow(base, rewritten.commit(), move))
        .isInstanceOfSatisfying(
            History.Trail.Ends.class,
            ends -> {
              assertThat(ends.path()).isEqualTo("core/p/y.py");
              assertThat(ends.similarity()).isBetween(1, 49);
            });
  }

  private Candidate build(List<TreeChange> changes, TreeChange more) {
    List<TreeChange> all = new ArrayList<>(changes);
    all.add(more);
    return new CandidateBuilder(clone, Clock.systemUTC()).build(base, all, "move", ADA, ADA);
  }

  private static TreeChange write(String path, String content) {
    return new TreeChange.Write(path, "100644", content.getBytes(UTF_8));
  }

  private Candidate move(String source, String destination, String content) {
    return new CandidateBuilder(clone, Clock.systemUTC())
        .build(
            base,
            List.of(
                new TreeChange.Delete(source),
                new TreeChange.Write(destination, "100644", content.getBytes(UTF_8))),
            "move",
            ADA,
            ADA);
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "value_" + i + " = " + i * 7919 + "\n")
        .collect(Collectors.joining());
  }
}
