package dev.ferry.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.process.EnvironmentAllowList;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult.Ended;
import dev.ferry.process.Programs;
import dev.ferry.process.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlotTest {
  @TempDir Path directory;
  private final Programs programs = new Programs();
  private UserRepository user;
  private ObjectId one;
  private ObjectId two;

  @BeforeEach
  void commitTwice() {
    user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "a = 1\n").file("d/b.py", "b = 1\n").file(".gitignore", "*.pyc\n.venv\n");
    one = user.commit("one");
    user.git("rm", "-q", "a.py");
    two = user.file("c.py", "c = 2\n").commit("two");
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void theCheckoutIsTheCommitAndNothingElse() throws Exception {
    try (Slot slot = pool(1).acquire()) {
      assertThat(slot.checkout(one)).isEqualTo(new CheckedOut(one, List.of()));
      assertThat(files(slot)).containsExactly(".gitignore", "a.py", "d/b.py");
      slot.checkout(two);
      assertThat(files(slot)).containsExactly(".gitignore", "c.py", "d/b.py");
      assertThat(UserRepository.at(slot.root()).git("status", "--porcelain")).isEmpty();
      assertThat(UserRepository.at(slot.root()).head()).isEqualTo(two);
      assertThat(UserRepository.at(slot.root()).run("symbolic-ref", "-q", "HEAD").exit())
          .as("detached")
          .isEqualTo(1);
    }
  }

  @Test
  void whatStaysTheSameIsNotWrittenAgain() throws Exception {
    try (Slot slot = pool(1).acquire()) {
      slot.checkout(one);
      Object before = Files.readAttributes(slot.root().resolve("d/b.py"), "unix:ino,ctime");
      slot.checkout(two);
      assertThat(Files.readAttributes(slot.root().resolve("d/b.py"), "unix:ino,ctime"))
          .isEqualTo(before);
    }
  }

  @Test
  void everythingAGateLeftIsGoneAtTheNextCommit() throws Exception {
    try (Slot slot = pool(1).acquire()) {
      slot.checkout(one);
      gate(
          slot,
          "echo changed > a.py; git update-index --assume-unchanged a.py;"
              + " echo changed > d/b.py; git update-index --skip-worktree d/b.py;"
              + " mkdir -p __pycache__ nested; touch x.pyc __pycache__/a.pyc; git init -q nested;"
              + " git checkout -q -b sneaky; git add -A; git -c user.name=x -c user.email=x@x"
              + " commit -qm sneaky; echo MERGE > .git.tmp; git config core.bare true;"
              + " git config filter.evil.smudge 'touch /tmp/evil'; touch $(git rev-parse"
              + " --git-path index.lock) $(git rev-parse --git-path MERGE_HEAD);"
              + " mkdir shut; touch shut/x; chmod 000 shut; ln -s / out");
      slot.checkout(one);
      assertThat(files(slot)).containsExactly(".gitignore", "a.py", "d/b.py");
      assertThat(Files.readString(slot.root().resolve("a.py"))).isEqualTo("a = 1\n");
      assertThat(Files.readString(slot.root().resolve("d/b.py"))).isEqualTo("b = 1\n");
      UserRepository checkout = UserRepository.at(slot.root());
      assertThat(checkout.head()).isEqualTo(one);
      assertThat(checkout.git("status", "--porcelain", "--ignored")).isEmpty();
      assertThat(checkout.git("ls-files", "-v")).doesNotContain("h ").doesNotContain("S ");
      assertThat(checkout.run("config", "filter.evil.smudge").exit()).isEqualTo(1);
    }
  }

  @Test
  void aFileOfEqualSizeAndTimeIsNoticed() throws Exception {
    try (Slot slot = pool(1).acquire()) {
      slot.checkout(one);
      Path file = slot.root().resolve("a.py");
      var time = Files.getLastModifiedTime(file);
      Files.writeString(file, "a = 9\n");
      Files.setLastModifiedTime(file, time);
      slot.checkout(one);
      assertThat(Files.readString(file)).isEqualTo("a = 1\n");
    }
  }

  @Test
  void whatAGateDoesWithGitDoesNotReachTheUser() throws Exception {
    user.file("d/b.py", "dirty\n");
    user.git("stash", "push", "-q");
    user.file("d/b.py", "dirty again\n");
    Map<String, String> before = user.untouchables();
    String refs = user.git("for-each-ref");
    try (Slot slot = pool(1).acquire()) {
      slot.checkout(one);
      gate(
          slot,
          "echo x >> a.py; git config user.name Mallory; git config core.hooksPath .husky;"
              + " git -c user.name=x -c user.email=x@x stash; git branch injected; git tag t;"
              + " git branch -D main; git update-ref -d refs/heads/main; git stash drop;"
              + " git gc --prune=now -q; git worktree prune; git reflog expire --all"
              + " --expire=now");
      slot.checkout(two);
    }
    assertThat(user.untouchables()).isEqualTo(before);
    assertThat(user.git("for-each-ref")).isEqualTo(refs);
    assertThat(user.git("fsck", "--no-dangling")).doesNotContain("missing");
  }

  @Test
  void hooksMonitorsAndFiltersDoNotRun() throws Exception {
    Path canary = directory.resolve("canary");
    user.file(".gitattributes", "*.py filter=evil\n");
    ObjectId commit = user.commit("attributes");
    String touch = "touch '" + canary + "'";
    for (String hook : List.of("post-checkout", "post-index-change", "reference-transaction")) {
      Path file = user.directory().resolve(".git/hooks/" + hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + touch + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Path global =
        Files.writeString(
            directory.resolve("gitconfig"),
            "[core]\n\thooksPath = "
                + user.directory().resolve(".git/hooks")
                + "\n\tfsmonitor = \""
                + touch
                + "\"\n[filter \"evil\"]\n\tsmudge = \""
                + touch
                + "; cat\"\n\tclean = \""
                + touch
                + "; cat\"\n\trequired = true\n");
    Map<String, String> environment = new TreeMap<>(UserRepository.ENVIRONMENT);
    environment.put("GIT_CONFIG_GLOBAL", global.toString());
    Repository repository = Repository.open(new Git(programs, environment), user.directory());
    FerryClone clone = FerryClone.open(repository, FerryClone.USUAL_FILTERS);
    assertThat(clone.neutralisedFilters()).containsExactly("evil");
    try (Slot slot = new SlotPool(clone, 1, SlotFiles.NONE).acquire()) {
      slot.checkout(commit);
      Files.writeString(slot.root().resolve("c.py"), "changed\n");
      slot.checkout(commit);
      assertThat(Files.readString(slot.root().resolve("c.py"))).isEqualTo("c = 2\n");
    }
    assertThat(canary).doesNotExist();

    FerryClone trusting =
        FerryClone.open(
            repository, List.of("evil").stream().collect(java.util.stream.Collectors.toSet()));
    try (Slot slot = new SlotPool(trusting, 1, SlotFiles.NONE).acquire()) {
      Files.delete(slot.root().resolve("c.py"));
      slot.checkout(commit);
    }
    assertThat(canary).as("the canary sings where the filter is allowed").exists();
  }

  @Test
  void missingBlobsAreLeftOutAndListed() throws Exception {
    user.file("missing [x].py", "gone\n").file("d/also.py", "gone too\n");
    ObjectId three = user.commit("three");
    removeObject(three + ":missing [x].py");
    removeObject(three + ":d/also.py");
    try (Slot slot = pool(1).acquire()) {
      assertThat(slot.checkout(three).leftOut())
          .containsExactlyInAnyOrder("d/also.py", "missing [x].py");
      assertThat(files(slot)).containsExactly(".gitignore", "c.py", "d/b.py");
      assertThat(slot.checkout(one).leftOut()).isEmpty();
      assertThat(files(slot)).containsExactly(".gitignore", "a.py", "d/b.py");
      assertThat(slot.checkout(three).leftOut()).hasSize(2);
      assertThat(UserRepository.at(slot.root()).git("status", "--porcelain")).isEmpty();
      user.file("missing [x].py", "gone\n");
      user.git("hash-object", "-w", "missing [x].py");
      assertThat(slot.checkout(three).leftOut()).containsExactly("d/also.py");
      assertThat(slot.root().resolve("missing [x].py")).hasContent("gone\n");
    }
  }

  @Test
  void linksAndCopiesComeFromTheUsersCheckout() throws Exception {
    user.file(".venv/bin/python", "#!").file(".env", "KEY=1").file("kept/build.so", "user's");
    SlotFiles extras =
        new SlotFiles(List.of(".venv", "absent", "a.py"), List.of(".env"), List.of("kept"));
    FerryClone clone = FerryClone.open(user.open(programs), FerryClone.USUAL_FILTERS);
    try (Slot slot = new SlotPool(clone, 1, extras).acquire()) {
      slot.checkout(one);
      assertThat(slot.root().resolve(".venv")).isSymbolicLink();
      assertThat(slot.root().resolve(".venv/bin/python")).hasContent("#!");
      assertThat(slot.root().resolve(".env")).hasContent("KEY=1");
      assertThat(slot.root().resolve("a.py")).as("the commit's own").hasContent("a = 1\n");
      Files.writeString(slot.root().resolve(".env"), "changed by a gate");
      Files.createDirectories(slot.root().resolve("kept"));
      Files.writeString(slot.root().resolve("kept/x.so"), "built");
      slot.checkout(two);
      assertThat(slot.root().resolve(".env")).hasContent("KEY=1");
      assertThat(slot.root().resolve("kept/x.so")).hasContent("built");
      assertThat(user.directory().resolve(".venv/bin/python")).exists();
    }
  }

  @Test
  void aLinkOfTheCommitLeadsNoCopyOutOfTheSlot() throws Exception {
    Path outside = Files.createDirectories(directory.resolve("outside"));
    Files.createSymbolicLink(user.directory().resolve("out"), outside);
    ObjectId commit = user.commit("a link that leads out");
    Files.delete(user.directory().resolve("out"));
    user.file("out/secret", "s");
    FerryClone clone = FerryClone.open(user.open(programs), FerryClone.USUAL_FILTERS);
    SlotFiles extras = new SlotFiles(List.of(), List.of("out/secret"), List.of());
    try (Slot slot = new SlotPool(clone, 1, extras).acquire()) {
      slot.checkout(commit);
    }
    assertThat(outside.resolve("secret")).doesNotExist();
    assertThatThrownBy(() -> new SlotFiles(List.of("../x"), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachSlotHasFoldersOfItsOwnThatAreEmptiedEachTime() throws Exception {
    try (Slot slot = pool(1).acquire()) {
      slot.checkout(one);
      assertThat(slot.environment()).containsKeys("TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME");
      Path temporary = Path.of(slot.environment().get("TMPDIR"));
      Files.writeString(temporary.resolve("left"), "x");
      slot.checkout(one);
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void aSlotIsUsedByOneOwnerAtATime() throws Exception {
    SlotPool pool = pool(2);
    Slot first = pool.acquire();
    Slot second = pool.acquire();
    assertThat(first.number()).isNotEqualTo(second.number());
    List<Integer> third = new ArrayList<>();
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Slot slot = pool.acquire()) {
                    third.add(slot.number());
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    Thread.sleep(200);
    assertThat(third).isEmpty();
    second.close();
    waiting.join(10_000);
    assertThat(third).containsExactly(second.number());
    assertThatThrownBy(() -> second.checkout(one)).isInstanceOf(IllegalStateException.class);
    first.close();
  }

  @Test
  void anotherFerryIsToldAndItsDeathFreesTheSlot() throws Exception {
    Process other = holdSlotElsewhere();
    try {
      assertThatThrownBy(() -> pool(1).acquire())
          .satisfies(RepositoryTest.has(Code.G009))
          .hasMessageContaining(Long.toString(other.pid()));
      other.destroyForcibly().waitFor();
      try (Slot slot = pool(1).acquire()) {
        assertThat(slot.checkout(one).commit()).isEqualTo(one);
      }
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aWorktreeWhoseMakingWasKilledIsMadeAnew() throws Exception {
    Path notes = user.directory().resolve(".git/ferry/clone.git/worktrees/tree");
    Path tree = user.directory().resolve(".git/ferry/slots/1/tree");
    for (int stage = 0; stage < 4; stage++) {
      try (Slot slot = pool(1).acquire()) {
        slot.checkout(one);
      }
      switch (stage) {
        case 0 -> Files.writeString(notes.resolve("locked"), "initializing\n");
        case 1 -> Files.delete(notes.resolve("gitdir"));
        case 2 -> Files.delete(tree.resolve(".git"));
        default -> Deletion.of(tree);
      }
      try (Slot slot = pool(1).acquire()) {
        slot.checkout(two);
        assertThat(files(slot))
            .as("stage %d", stage)
            .containsExactly(".gitignore", "c.py", "d/b.py");
      }
      try (Stream<Path> left = Files.list(notes.getParent())) {
        assertThat(left).as("stage %d", stage).hasSize(1);
      }
    }
  }

  @Test
  void aBareRepositoryHasSlotsToo() throws Exception {
    user.git("clone", "-q", "--bare", ".", "../bare.git");
    user = UserRepository.at(directory.resolve("bare.git"));
    try (Slot slot = pool(1).acquire()) {
      slot.checkout(one);
      assertThat(files(slot)).containsExactly(".gitignore", "a.py", "d/b.py");
    }
  }

  @Test
  void slotsCheckedOutAtOnceDoNotDisturbEachOther() throws Exception {
    SlotPool pool = pool(3);
    List<Thread> workers = new ArrayList<>();
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 6; i++) {
      ObjectId commit = i % 2 == 0 ? one : two;
      String expected = i % 2 == 0 ? "a.py" : "c.py";
      workers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (Slot slot = pool.acquire()) {
                      slot.checkout(commit);
                      assertThat(files(slot)).containsExactly(".gitignore", expected, "d/b.py");
                    } catch (Exception | AssertionError e) {
                      failures.add(e);
                    }
                  }));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(failures).isEmpty();
  }

  private Process holdSlotElsewhere() throws Exception {
    List<String> argv =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SlotHolder.class.getName(),
            user.directory().toString(),
            one.hex());
    Process other = new ProcessBuilder(argv).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(other.getInputStream().read()).isEqualTo('!');
    return other;
  }

  /** The main class of {@link #holdSlotElsewhere}. */
  static final class SlotHolder {
    public static void main(String[] arguments) throws Exception {
      try (Programs programs = new Programs()) {
        Repository repository = UserRepository.at(Path.of(arguments[0])).open(programs);
        FerryClone clone = FerryClone.open(repository, FerryClone.USUAL_FILTERS);
        Slot slot = new SlotPool(clone, 1, SlotFiles.NONE).acquire();
        slot.checkout(new ObjectId(arguments[1]));
        System.out.print("!");
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }

  /** Runs a script as gates run: in a session, with an environment of listed names only. */
  private void gate(Slot slot, String script) {
    Map<String, String> environment =
        EnvironmentAllowList.usual().select(UserRepository.ENVIRONMENT);
    environment.putAll(slot.environment());
    Sessions sessions = new Sessions(programs, directory.resolve("register"), environment);
    Ended unused =
        (Ended)
            sessions.run(ProgramRequest.of(List.of("sh", "-c", script), slot.root(), environment));
  }

  private void removeObject(String name) throws IOException {
    String id = user.id(name).hex();
    Files.delete(
        user.directory()
            .resolve(".git/objects")
            .resolve(id.substring(0, 2))
            .resolve(id.substring(2)));
  }

  private static List<String> files(Slot slot) throws IOException {
    try (Stream<Path> all = Files.walk(slot.root())) {
      return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> slot.root().relativize(file).toString())
          .filter(file -> !file.equals(".git"))
          .sorted()
          .toList();
    }
  }

  private SlotPool pool(int size) {
    FerryClone clone = FerryClone.open(user.open(programs), FerryClone.USUAL_FILTERS);
    return new SlotPool(clone, size, SlotFiles.NONE);
  }
}
