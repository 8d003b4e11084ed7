package dev.ferry.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.ObjectId;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real repository in a temporary directory, worked on as its user would: by plain git. */
final class UserRepository {
  static final Map<String, String> ENVIRONMENT = environment();

  private final Path directory;
  private final Map<String, String> environment;

  private UserRepository(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  static UserRepository create(Path directory, String... options) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    UserRepository made = new UserRepository(directory, ENVIRONMENT);
    List<String> init = new ArrayList<>(List.of("init", "-q", "-b", "main"));
    init.addAll(List.of(options));
    made.git(init.toArray(String[]::new));
    made.git("config", "user.name", "Ada Example");
    made.git("config", "user.email", "ada@example.org");
    return made;
  }

  static UserRepository at(Path directory) {
    return new UserRepository(directory, ENVIRONMENT);
  }

  Path directory() {
    return directory;
  }

  Repository open(Programs programs) {
    return Repository.open(new Git(programs, environment), directory);
  }

  /** The same for a ferry that meets another git first. */
  Repository open(Programs programs, Path gits) {
    Map<String, String> other = new HashMap<>(environment);
    other.merge("PATH", gits.toString(), (path, first) -> first + ":" + path);
    return Repository.open(new Git(programs, other), directory);
  }

  UserRepository file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  UserRepository file(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectId commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return head();
  }

  ObjectId head() {
    return id("HEAD");
  }

  ObjectId id(String name) {
    return new ObjectId(git("rev-parse", "--verify", name).strip());
  }

  /** Output of a git command that must succeed. */
  String git(String... arguments) {
    Result result = run(arguments);
    assertThat(result.exit()).as("git %s: %s", String.join(" ", arguments), result.out()).isZero();
    return result.out();
  }

  Result run(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return new Result(process.waitFor(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  record Result(int exit, String out) {}

  /** Everything of the user's that ferry must leave byte for byte as it was. */
  Map<String, String> untouchables() {
    Map<String, String> state = new TreeMap<>();
    Path gitDirectory = Path.of(git("rev-parse", "--absolute-git-dir").strip());
    for (String file :
        List.of(
            "HEAD",
            "index",
            "config",
            "FETCH_HEAD",
            "ORIG_HEAD",
            "packed-refs",
            "logs/HEAD",
            "refs/stash",
            "logs/refs/stash",
            "description",
            "info/exclude")) {
      state.put(file, contentOf(gitDirectory.resolve(file)));
    }
    state.put("hooks", listing(gitDirectory.resolve("hooks")));
    state.put("worktrees", listing(gitDirectory.resolve("worktrees")));
    state.put("checkout", checkout());
    return state;
  }

  private String checkout() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(file -> !file.startsWith(directory.resolve(".git")) && Files.isRegularFile(file))
          .sorted()
          .forEach(file -> all.append(file).append('\0').append(contentOf(file)).append('\0'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String listing(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "absent";
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentOf(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          : "absent";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment() {
    // neither the settings of whoever runs the tests nor those of the machine have a say
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", System.getProperty("java.io.tmpdir"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("LC_ALL", "C");
    return environment;
  }
}
