package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The git program, and what every call of it has in common: an environment in which no variable
 * points at another repository, nothing asks on a terminal and only known protocols are spoken, and
 * settings by which neither hooks nor a file system monitor run. Safe for several threads.
 */
public final class Git {
  static final String PROGRAM = "git";

  /**
   * The oldest that knows {@code --end-of-options} everywhere and {@code --no-write-fetch-head}.
   */
  private static final Version OLDEST = new Version(2, 30);

  /** The first with {@code core.fsync}; older ones have a switch for loose objects only. */
  private static final Version FSYNC = new Version(2, 36);

  /** Variables of git's own that say who the user is and how remotes are reached. */
  private static final Set<String> KEPT =
      Set.of(
          "GIT_AUTHOR_NAME",
          "GIT_AUTHOR_EMAIL",
          "GIT_COMMITTER_NAME",
          "GIT_COMMITTER_EMAIL",
          "GIT_SSH",
          "GIT_SSH_COMMAND",
          "GIT_SSH_VARIANT",
          "GIT_ASKPASS",
          "GIT_CONFIG_GLOBAL",
          "GIT_CONFIG_SYSTEM",
          "GIT_CONFIG_NOSYSTEM",
          "GIT_CONFIG_COUNT",
          "GIT_EXEC_PATH",
          "GIT_CEILING_DIRECTORIES",
          "GIT_DISCOVERY_ACROSS_FILESYSTEM");

  private static final List<String> KEPT_PREFIXES =
      List.of("GIT_SSL_", "GIT_HTTP_", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_");

  private static final Pattern VERSION = Pattern.compile("git version (\\d{1,6})\\.(\\d{1,6}).*");

  private final Programs programs;
  private final Map<String, String> environment;
  private @Nullable Version version;

  /**
   * @param environment the one ferry was started with; git is found by its {@code PATH}
   */
  public Git(Programs programs, Map<String, String> environment) {
    this.programs = programs;
    this.environment = forGit(environment);
  }

  /** Calls of git in a directory. */
  GitCalls in(Path directory) {
    return new GitCalls(this, directory, environment, List.of());
  }

  Programs programs() {
    return programs;
  }

  /**
   * The version of git, for people.
   *
   * @throws ProblemException where git is missing or too old
   */
  public String describe() {
    return version().toString();
  }

  /** What makes a writing call durable before it returns. */
  List<String> durability() {
    return version().compareTo(FSYNC) >= 0
        ? List.of("-c", "core.fsync=committed,index,reference")
        : List.of("-c", "core.fsyncObjectFiles=true");
  }

  synchronized Version version() {
    Version known = version;
    if (known == null) {
      known = readVersion();
      version = known;
    }
    return known;
  }

  private Version readVersion() {
    List<String> argv = List.of(PROGRAM, "version");
    ProgramResult result =
        programs.run(ProgramRequest.of(argv, Path.of("/").toAbsolutePath(), environment));
    return switch (result) {
      case ProgramResult.NotStarted why ->
          throw new ProblemException(Problem.of(Code.G002, why.detail()));
      case ProgramResult.Ended ended -> parse(ended.output().text().strip());
      case ProgramResult.TimedOut late ->
          throw new ProblemException(Problem.of(Code.G007, "version", "no answer"));
      case ProgramResult.Stopped stopped -> throw new StoppedException();
    };
  }

  static Version parse(String text) {
    Matcher matcher = VERSION.matcher(text.lines().findFirst().orElse(""));
    if (!matcher.matches()) {
      throw new ProblemException(Problem.of(Code.G003, text));
    }
    Version version =
        new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (version.compareTo(OLDEST) < 0) {
      throw new ProblemException(Problem.of(Code.G003, version.toString()));
    }
    return version;
  }

  private static Map<String, String> forGit(Map<String, String> outer) {
    Map<String, String> environment = new TreeMap<>();
    outer.forEach(
        (name, value) -> {
          boolean kept =
              !name.startsWith("GIT_")
                  || KEPT.contains(name)
                  || KEPT_PREFIXES.stream().anyMatch(name::startsWith);
          if (kept) {
            environment.put(name, value);
          }
        });
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_ALLOW_PROTOCOL", "https:ssh:file");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("LC_ALL", "C");
    environment.remove("LANGUAGE");
    return environment;
  }

  /** As far as ferry looks at it. */
  record Version(int major, int minor) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return major != other.major
          ? Integer.compare(major, other.major)
          : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }
}
