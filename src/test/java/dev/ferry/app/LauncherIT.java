package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, run as a process in a copy of the project whose path holds a space.
 *
 * <p>In all tests but one a script stands in for Maven: it takes the jar that the real build made
 * and counts how often it was asked.
 */
final class LauncherIT {
  private static final Path PROJECT = Path.of(System.getProperty("ferry.test.basedir", "."));
  private static final Path JAR =
      Path.of(System.getProperty("ferry.test.jar", "target/ferry.jar")).toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");

  /** Everything that the launcher may call, so that a PATH can hold all of it but git or Java. */
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "env",
          "find",
          "readlink",
          "mkdir",
          "rmdir",
          "mv",
          "rm",
          "cp",
          "grep",
          "head",
          "tail",
          "sleep",
          "uname",
          "dirname",
          "git");

  @TempDir private Path temporary;
  private Path project;

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void copyTheProject() throws IOException {
    project = Files.createDirectory(temporary.resolve("my project"));
    Files.copy(PROJECT.resolve("ferry"), project.resolve("ferry"));
    Files.copy(PROJECT.resolve("pom.xml"), project.resolve("pom.xml"));
    Path source = project.resolve("src/main/java/Source.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    executable(
        project.resolve("mvnw"),
        """
        #!/bin/sh
        for argument; do
          case $argument in -Dferry.target=*) target=${argument#*=} ;; esac
        done
        here=$(dirname "$0")
        echo built >>"$here/builds"
        [ -e "$here/slow" ] && sleep 2
        [ -e "$here/broken" ] && echo '[ERROR] Source.java:[3,7] cannot find symbol' && exit 1
        mkdir -p "$target/lib"
        cp '%s' "$target/ferry.jar"
        cp '%s'/* "$target/lib"
        """
            .formatted(JAR, JAR.resolveSibling("lib")));
  }

  @Test
  void theFirstStartBuildsAndSaysSoAndTheSecondIsSilent() throws Exception {
    Ended first = ferry("--version");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).startsWith("ferry ");
    assertThat(first.err()).contains("first start; building");

    Ended second = ferry("--version");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void theCacheIsMadeAndUsed() throws Exception {
    ferry("--version");
    Path cache = project.resolve("target/launcher/build-1/ferry.aot");
    assertThat(cache).isNotEmptyFile();

    Ended logged = ferry(Map.of("FERRY_JAVA_OPTIONS", "-Xlog:class+load"), "--version");
    assertThat(logged.out())
        .contains("dev.ferry.app.Main source: shared objects file")
        .contains("picocli.CommandLine source: shared objects file");
  }

  @Test
  void theHeapIsLimitedAndTheLimitCanBeSet() throws Exception {
    String flags = "-XX:+PrintFlagsFinal";

    assertThat(ferry(Map.of("FERRY_JAVA_OPTIONS", flags), "--version").out())
        .containsPattern(" MaxHeapSize += " + (640L << 20) + " ");
    assertThat(ferry(Map.of("FERRY_JAVA_OPTIONS", flags, "FERRY_MEMORY", "2g"), "-V").out())
        .containsPattern(" MaxHeapSize += " + (2L << 30) + " ");
    for (String wrong : List.of("lots", "2 g", "-1m", "m", "1500")) {
      Ended ended = ferry(Map.of("FERRY_MEMORY", wrong), "--version");
      assertThat(ended.exitCode()).isEqualTo(14);
      assertThat(ended.err()).contains("FERRY_MEMORY is '" + wrong + "'").contains("2g");
    }
  }

  /** A git hook, for one, runs with GIT_DIR set. */
  @Test
  void makingTheCacheLeavesTheRepositoryOfTheCallerAlone() throws Exception {
    Path repository = Files.createDirectory(temporary.resolve("repository"));
    run(repository, Map.of(), List.of("git", "init", "--quiet"));

    ferry(Map.of("GIT_DIR", repository.resolve(".git").toString()), "--version");
    assertThat(project.resolve("target/launcher/build-1/ferry.aot")).isNotEmptyFile();
    assertThat(repository.resolve(".git/index")).doesNotExist();
    assertThat(repository.resolve(".git/objects")).isDirectoryNotContaining("glob:**/??");
  }

  @Test
  void aCacheThatTheJvmRefusesChangesNothingThatIsSeen() throws Exception {
    ferry("--version");
    Files.writeString(project.resolve("target/launcher/build-1/ferry.aot"), "not a cache");

    Ended ended = ferry("--version");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).startsWith("ferry ").hasLineCount(1);
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aChangedAnAddedAndARemovedSourceEachCauseOneBuild() throws Exception {
    ferry("--version");
    Path added = project.resolve("src/main/java/Added.java");

    touch(project.resolve("src/main/java/Source.java"));
    assertThat(ferry("--version").err()).contains("sources changed; building");
    assertThat(ferry("--version").err()).isEmpty();
    Files.writeString(added, "");
    assertThat(ferry("--version").err()).contains("sources changed; building");
    Files.delete(added);
    assertThat(ferry("--version").err()).contains("sources changed; building");
    touch(project.resolve("pom.xml"));
    assertThat(ferry("--version").err()).contains("sources changed; building");
    assertThat(ferry("--version").err()).isEmpty();
  }

  @Test
  void anOlderBuildStaysInPlaceForTheFerryThatRunsFromIt() throws Exception {
    ferry("--version");
    Path jar = project.resolve("target/launcher/build-1/ferry.jar");
    FileTime written = Files.getLastModifiedTime(jar);
    touch(project.resolve("pom.xml"));
    ferry("--version");

    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(written);
    assertThat(project.resolve("target/launcher/build-1/lib")).isNotEmptyDirectory();
    assertThat(project.resolve("target/launcher/build-2/ferry.jar")).isRegularFile();
  }

  @Test
  void runsThroughSymbolicLinksFromAnotherDirectory() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path absolute = Files.createSymbolicLink(elsewhere.resolve("one"), project.resolve("ferry"));
    Files.createSymbolicLink(elsewhere.resolve("two"), Path.of("one"));

    for (String name : List.of("./one", "./two", absolute.toString())) {
      Ended ended = run(elsewhere, Map.of(), List.of(name, "--version"));
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out()).startsWith("ferry ");
    }
    Ended fromPath =
        run(temporary, Map.of("PATH", elsewhere + ":" + path()), List.of("sh", "-c", "two -V"));
    assertThat(fromPath.out()).as(fromPath.err()).startsWith("ferry ");
    assertThat(builds()).isEqualTo(1);
  }

  /** Under those of the shells that this machine has; {@code sh} is always among them. */
  @Test
  void passesArgumentsAndExitCodeThroughUnchangedUnderEveryShell() throws Exception {
    List<List<String>> shells =
        List.of(
            List.of("sh"),
            List.of("dash"),
            List.of("bash", "--posix"),
            List.of("busybox", "sh"),
            List.of("mksh"));
    for (List<String> shell : shells) {
      if (onPath(shell.getFirst()) == null) {
        continue;
      }
      List<String> command = new ArrayList<>(shell);
      command.addAll(List.of(launcher(), "two  words *", "é中", ""));

      Ended ended = run(temporary, Map.of("LC_ALL", "C"), command);
      assertThat(ended.exitCode()).as(shell + ": " + ended.err()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).contains("'two  words *'");
    }
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    Files.writeString(project.resolve("slow"), "");
    Process one = start(temporary, Map.of(), List.of(launcher(), "--version"), "one");
    Process two = start(temporary, Map.of(), List.of(launcher(), "--version"), "two");

    Ended first = finish(one, "one");
    Ended second = finish(two, "two");
    assertThat(List.of(first.exitCode(), second.exitCode())).containsOnly(0);
    assertThat(first.err() + second.err()).contains("waiting for another ferry");
    assertThat(builds()).isEqualTo(1);
    assertThat(project.resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void theLockOfADeadBuildIsTakenOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path lock = Files.createDirectories(project.resolve("target/launcher/lock"));
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    Ended ended = ferry("--version");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void aBuildThatIsToldToEndLeavesNoLock() throws Exception {
    Files.writeString(project.resolve("slow"), "");
    Process building = start(temporary, Map.of(), List.of(launcher(), "--version"), "building");
    while (!Files.exists(project.resolve("builds"))) {
      Thread.sleep(20);
    }
    building.destroy();

    assertThat(finish(building, "building").exitCode()).isEqualTo(143);
    assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    Files.delete(project.resolve("slow"));
    assertThat(ferry("--version").exitCode()).isZero();
  }

  @Test
  void aFailedBuildShowsTheErrorNamesTheLogAndIsTriedAgain() throws Exception {
    Files.writeString(project.resolve("broken"), "");
    Ended ended = ferry("--version");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("cannot find symbol")
        .contains("the build failed")
        .contains(project.resolve("target/launcher/build.log").toString());

    Files.delete(project.resolve("broken"));
    assertThat(ferry("--version").exitCode()).isZero();
  }

  @Test
  void aMissingGitIsNamedWithHowToGetIt() throws Exception {
    Ended ended = ferry(Map.of("PATH", pathWithout("git")), "--version");
    assertThat(ended.exitCode()).isEqualTo(14);
    assertThat(ended.err()).contains("needs git").contains("apt-get install git");
  }

  @Test
  void aMissingJdkIsNamedWithWhatWasFoundAndHowToGetOne() throws Exception {
    hideInstalledJdks();
    Path old = fakeJdk("old", "17.0.15");
    Map<String, String> environment =
        Map.of(
            "PATH", pathWithout("java"), "JAVA_HOME", old.toString(), "HOME", temporary.toString());

    Ended ended = ferry(environment, "--version");
    assertThat(ended.exitCode()).isEqualTo(14);
    assertThat(ended.err())
        .contains("needs a JDK 25")
        .contains("17.0.15 in " + old)
        .contains("apt-get install")
        .contains("brew install")
        .contains("sdk install");
  }

  @Test
  void aJdkOfSdkmanIsFoundWhereTheDefaultIsTooOld() throws Exception {
    hideInstalledJdks();
    Path old = fakeJdk("old", "17.0.15");
    Path candidates = Files.createDirectories(temporary.resolve(".sdkman/candidates/java"));
    Path link = Files.createSymbolicLink(candidates.resolve("25-tem"), Path.of(JAVA_HOME));
    Map<String, String> environment =
        Map.of(
            "PATH", pathWithout("java"), "JAVA_HOME", old.toString(), "HOME", temporary.toString());

    Ended ended = ferry(environment, "--version");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("ferry ");
    Files.delete(link); // JUnit warns when a temporary directory holds a link that leads out of it
  }

  @Test
  void theRealBuildMakesTheProgramThatTheLauncherStarts() throws Exception {
    for (String name : List.of("pom.xml", "mvnw", "src/main", ".mvn")) {
      run(project, Map.of(), List.of("rm", "-rf", name));
      run(project, Map.of(), List.of("cp", "-R", PROJECT.resolve(name).toString(), name));
    }
    Ended ended = ferry("--version");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("ferry ");
    assertThat(project.resolve("target/launcher/build-1")).isDirectoryContaining("glob:**.jar");
    assertThat(project.resolve("target/ferry.jar")).doesNotExist();
  }

  private Ended ferry(String... arguments) throws Exception {
    return ferry(Map.of(), arguments);
  }

  private Ended ferry(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher()));
    command.addAll(List.of(arguments));
    return run(temporary, environment, command);
  }

  private String launcher() {
    return project.resolve("ferry").toString();
  }

  private Ended run(Path directory, Map<String, String> environment, List<String> command)
      throws Exception {
    return finish(start(directory, environment, command, "run"), "run");
  }

  private Process start(
      Path directory, Map<String, String> environment, List<String> command, String name)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("JAVA") || key.startsWith("JDK"));
    builder.environment().put("JAVA_HOME", JAVA_HOME);
    builder.environment().putAll(environment);
    builder.redirectOutput(temporary.resolve(name + ".out").toFile());
    builder.redirectError(temporary.resolve(name + ".err").toFile());
    return builder.start();
  }

  private Ended finish(Process process, String name) throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(temporary.resolve(name + ".out")),
        Files.readString(temporary.resolve(name + ".err")));
  }

  private int builds() throws IOException {
    return Files.readAllLines(project.resolve("builds")).size();
  }

  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
  }

  /** Takes the system's own places from the copy of the launcher; HOME and JAVA_HOME stay. */
  private void hideInstalledJdks() throws IOException {
    Path launcher = project.resolve("ferry");
    String script = Files.readString(launcher);
    String hidden = script.replaceAll("(?m)^    /[a-zA-Z/.]+\\*.*\\\\$", "    /nowhere \\\\");
    assertThat(hidden).isNotEqualTo(script).doesNotContain("    /usr/lib/jvm");
    Files.writeString(launcher, hidden);
  }

  private Path fakeJdk(String name, String version) throws IOException {
    Path jdk = temporary.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\nexit 99\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /** A PATH of one directory that holds the launcher's tools, but not {@code missing}. */
  private String pathWithout(String missing) throws IOException {
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    for (String tool : TOOLS) {
      Path found = onPath(tool);
      if (!tool.equals(missing) && found != null) {
        executable(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
      }
    }
    return tools.toString();
  }

  private static @Nullable Path onPath(String program) {
    for (String directory : path().split(File.pathSeparator, -1)) {
      Path file = Path.of(directory, program);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  private static String path() {
    return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
