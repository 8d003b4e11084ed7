package dev.ferry.config;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of a run. Each has a default; where a value came from is in {@link Configured}.
 * Placeholders in braces are filled in where the value is used.
 *
 * @param work what is moved, from where, how many at once
 * @param publication the names and words of what ferry publishes
 * @param surroundings what gates run in
 * @param gates what a candidate has to pass
 * @param rewriting how far references are rewritten
 * @param limits how long and how much programs may take
 * @param fix who is asked to mend a failing gate
 */
public record Configuration(
    Work work,
    Publication publication,
    Surroundings surroundings,
    Gates gates,
    Rewriting rewriting,
    Limits limits,
    Fix fix) {

  /**
   * @param batches paths or globs of batch files, seen from the file that names them
   * @param base the branch or commit that candidates start from
   * @param together sets of modules that must move in one commit
   * @param stacking what branches stand on
   * @param parallel how many modules are worked on at once, from 1
   */
  public record Work(
      List<String> batches, String base, Together together, Stacking stacking, int parallel) {
    public Work {
      batches = List.copyOf(batches);
    }
  }

  /**
   * What branches stand on, and how many of them are judged at once.
   *
   * @param group how many modules one run of the gates may judge at most, from 1
   */
  public record Stacking(Stack stack, Verify verify, int group) {}

  /** What a branch stands on. */
  public enum Stack {
    /** The base: a module that needs another one waits until that one is in the base. */
    NONE,
    /** The base, or the branch of what the module needs. */
    DEPENDENTS,
    /** The branch of the module before: all of them land in one order. */
    ALL
  }

  /** What a run of the gates that run something judges. */
  public enum Verify {
    EACH,
    /** A stack of modules, which is published as it was judged or not at all. */
    GROUP
  }

  /**
   * Sets of modules that must move in one commit, each set with what it names.
   *
   * @param file where they stand
   */
  public record Together(String file, List<List<Name>> sets) {
    public Together {
      sets = sets.stream().map(List::copyOf).toList();
    }

    /**
     * A module, or a glob over modules.
     *
     * @param line where it stands, from 1
     */
    public record Name(String pattern, int line) {}
  }

  /**
   * @param branch holds {@code {module}}, with '.' and '/' turned into '-'
   * @param subject of the commit; may hold {@code {module}} and {@code {destination}}
   * @param task what every commit's {@code task:} names; empty for none
   * @param restack whether a run first derives open branches again that the base has left behind
   */
  public record Publication(String branch, String subject, String task, Per per, boolean restack) {}

  /** What one pull request holds. */
  public enum Per {
    MODULE,
    DIRECTORY,
    BATCH
  }

  /**
   * @param virtualenv empty where it is to be found
   * @param link paths that a slot shares with the checkout
   * @param copy paths that a slot gets a copy of
   * @param setup commands that make a slot ready, each an argv
   * @param environment variables for every command in a slot
   */
  public record Surroundings(
      Optional<String> virtualenv,
      List<String> link,
      List<String> copy,
      List<List<String>> setup,
      Map<String, String> environment) {
    public Surroundings {
      link = List.copyOf(link);
      copy = List.copyOf(copy);
      setup = setup.stream().map(List::copyOf).toList();
      environment = Map.copyOf(environment);
    }
  }

  /**
   * @param enabled names of the gates, in the order in which they run
   * @param commands the repository's own gates; those not in {@code enabled} do not run
   * @param openapi OpenAPI documents of the repository that have to stay valid
   * @param lanes the file of import contracts that counts; empty where it is to be found
   */
  public record Gates(
      List<String> enabled,
      Tests tests,
      List<RepositoryCommand> commands,
      List<String> openapi,
      Optional<String> lanes,
      Application application) {
    public Gates {
      enabled = List.copyOf(enabled);
      commands = List.copyOf(commands);
      openapi = List.copyOf(openapi);
    }

    /** Whether the gate of this name is to run. */
    public boolean runs(String gate) {
      return enabled.contains(gate);
    }
  }

  /**
   * @param smoke the argv of the smoke tests
   * @param minimum share of the smoke tests that must pass, 0 to 1
   * @param module where the test of a moved module is written; holds {@code {destination}}
   */
  public record Tests(
      List<String> smoke, double minimum, String module, Witness witness, Select select) {
    public Tests {
      smoke = List.copyOf(smoke);
    }
  }

  /** Which tests run for a module. */
  public enum Select {
    /** Those whose imports reach it, in the smoke suite too. */
    AFFECTED,
    /** The smoke suite, and the test that was written for the module. */
    SMOKE,
    /** Those that reach it first, then the whole smoke suite. */
    ALL
  }

  /** Whether a module may pass without a test that could have noticed. */
  public enum Witness {
    OPTIONAL,
    REQUIRED
  }

  /**
   * A gate of the repository's own.
   *
   * @param junit where it writes its JUnit XML, inside the slot; empty where it writes none
   */
  public record RepositoryCommand(String name, List<String> argv, Optional<String> junit) {
    public RepositoryCommand {
      argv = List.copyOf(argv);
    }
  }

  /**
   * The application that gates start and ask.
   *
   * @param command its argv, which may hold {@code {port}}; empty where there is none
   * @param ready the path that answers once it is up
   * @param openapi the path of its OpenAPI document
   * @param exempt operations or paths that need no rate limit
   * @param patience how long it may take to get ready
   * @param answer how long one answer may take
   * @param unsafeMethods whether operations that may change something are asked as well
   */
  public record Application(
      List<String> command,
      String ready,
      String openapi,
      List<String> exempt,
      Duration patience,
      Duration answer,
      boolean unsafeMethods) {
    public Application {
      command = List.copyOf(command);
      exempt = List.copyOf(exempt);
    }
  }

  /**
   * How far references are rewritten.
   *
   * @param shim the last day on which old names have to work; empty where no shims are left
   * @param sourceRoots directories where sources start, {@code .} for the top; empty where they are
   *     to be found
   */
  public record Rewriting(
      Documents documents,
      Strings strings,
      Relative relative,
      Bindings bindings,
      Optional<LocalDate> shim,
      List<String> sourceRoots) {
    public Rewriting {
      sourceRoots = List.copyOf(sourceRoots);
    }
  }

  /** What a file calls a module that gets another last name. */
  public enum Bindings {
    KEEP,
    RENAME
  }

  /** What happens to mentions in files that are not source code. */
  public enum Documents {
    REPORT,
    REWRITE
  }

  /** The least confidence of a dotted name in a string that is rewritten. */
  public enum Strings {
    NONE,
    HIGH,
    MEDIUM
  }

  /** What becomes of an importer's relative import that would get deeper. */
  public enum Relative {
    KEEP,
    ABSOLUTE
  }

  /**
   * @param step how long one command of a step may take
   * @param tests how long one run of tests may take
   * @param output how many bytes of a command's output are kept
   * @param run how long a run begins new modules; empty where it has no end
   * @param failures after how many failures in a row a module is left out of runs; 0 for never
   */
  public record Limits(
      Duration step, Duration tests, long output, Optional<Duration> run, int failures) {}

  /**
   * Who is asked to mend a failing gate, and within which limits.
   *
   * @param command the operator's argv; empty where nobody is asked
   * @param attempts how often it is asked for one module
   * @param timeout how long it may take each time
   * @param files how many files it may change, from 1
   * @param lines how many lines it may add and remove, from 1
   * @param allow globs of paths that it may change besides the usual ones, tests among them
   * @param protect globs of paths that it may never change
   * @param environment names of variables that it sees besides the usual ones
   */
  public record Fix(
      List<String> command,
      int attempts,
      Duration timeout,
      int files,
      int lines,
      List<String> allow,
      List<String> protect,
      List<String> environment) {
    public Fix {
      command = List.copyOf(command);
      allow = List.copyOf(allow);
      protect = List.copyOf(protect);
      environment = List.copyOf(environment);
    }
  }
}
