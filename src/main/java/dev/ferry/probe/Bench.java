package dev.ferry.probe;

import dev.ferry.gate.CommandRun;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.process.OutputTarget;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.Sessions;
import dev.ferry.toolchain.Environment;
import dev.ferry.toolchain.Invocation;
import dev.ferry.toolchain.Overlay;
import dev.ferry.toolchain.OverlayPlace;
import dev.ferry.toolchain.OwnRoutes;
import dev.ferry.toolchain.PublicNames;
import dev.ferry.toolchain.TestOrders;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.Toolchain;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One slot with its environment: runs commands on commits, each time from a clean work tree. Used
 * by one thread at a time.
 */
public final class Bench {
  private final Machine machine;
  private final Workplace workplace;
  private final Environment environment;
  private final Surface surface;

  /**
   * What all benches of one ferry share.
   *
   * @param variables ferry's own environment
   */
  public record Machine(Toolchain toolchain, Sessions sessions, Map<String, String> variables) {}

  /**
   * The repository, as a slot must see it.
   *
   * @param checkout the user's, as a real path
   * @param roots where sources start; "" is the repository's root
   * @param allowed variables of ferry's environment that commands may see besides the usual ones
   */
  public record Surface(
      Path checkout, List<String> roots, WorktreeSettings settings, List<String> allowed) {}

  public Bench(Machine machine, Workplace workplace, Environment environment, Surface surface) {
    this.machine = machine;
    this.workplace = workplace;
    this.environment = environment;
    this.surface = surface;
  }

  public Environment environment() {
    return environment;
  }

  /** The same wherever results can be taken over: part of every cache key. */
  public String digestOfSetUp() {
    return environment.digest() + "\n" + surface.settings().told() + "\n" + surface.roots();
  }

  /** Runs a command on a commit. */
  public CommandRun run(Revision revision, List<String> command, RunOrders orders) {
    String shown = String.join(" ", command);
    if (machine.toolchain().isTestRunner(command) && environment.testRunner().isEmpty()) {
      return EndedCommand.notRun(shown, Problem.of(Code.E005, environment.program()));
    }
    try {
      Optional<Problem> obstacle = prepare(revision, orders);
      if (obstacle.isPresent()) {
        return EndedCommand.notRun(shown, obstacle.get());
      }
      return runPrepared(revision, command, shown, orders);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clean work tree of the commit, as commands get it; says what is missing in it. */
  public Optional<Problem> furnish(Revision revision, RunOrders orders) {
    try {
      return prepare(revision, orders);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a program in the work tree as it is, with the language's tools at hand as gates have them.
   *
   * @param variables besides those of the overlay
   */
  public ProgramResult operate(
      List<String> command, byte[] input, Map<String, String> variables, RunOrders orders) {
    Overlay overlay = overlay();
    Map<String, String> all = new TreeMap<>(overlay.variables());
    Path tools = workplace.belongings().resolve("operator");
    all.putAll(
        environment.testVariables(
            new TestOrders(
                place(),
                made(tools.resolve("results")),
                made(tools.resolve("compiled")),
                made(tools.resolve("tool-caches")),
                "operator",
                orders.gone())));
    all.putAll(variables);
    String path = variables.getOrDefault("PATH", "/usr/bin:/bin");
    all.put("PATH", overlay.programs() + ":" + path);
    return machine
        .sessions()
        .run(
            ProgramRequest.of(command, workplace.root(), all)
                .reading(input)
                .within(orders.limits().time())
                .into(new OutputTarget.Log(orders.log(), orders.limits().log())));
  }

  private static String made(Path directory) {
    try {
      return Files.createDirectories(directory).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Forgets all that belongs to the slot besides its work tree: whoever worked in it may have
   * changed the overlay, or left compiled code that fits no source.
   */
  public void forgetBelongings() {
    try {
      DirectoryTree.delete(workplace.belongings());
      Files.createDirectories(workplace.belongings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks a module of a commit for its public names.
   *
   * @return the names, or why there are none
   */
  public PublicNames namesOf(Revision revision, String module, RunOrders orders) {
    try {
      Optional<Problem> obstacle = prepare(revision, orders);
      if (obstacle.isPresent()) {
        return new PublicNames.NotImportable(String.join(" ", obstacle.get().arguments()));
      }
      Invocation question =
          machine.toolchain().publicNames(overlay().interpreter(), module, answerFile());
      return switch (ask(revision, question, orders)) {
        case Answer.Given(byte[] answer) -> machine.toolchain().understandNames(answer);
        case Answer.None(String why) -> new PublicNames.NotImportable(why);
      };
    } catch (UnreadableAnswerException none) {
      return new PublicNames.NotImportable("the interpreter ended while importing it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks the application that a command starts for its own table of routes, in the work tree as it
   * is.
   *
   * @return nothing where the command names no application
   */
  Optional<OwnRoutes> routesOf(Revision revision, List<String> command, RunOrders orders) {
    Optional<Invocation> question =
        machine.toolchain().ownRoutes(overlay().interpreter(), command, answerFile());
    if (question.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (ask(revision, question.get(), orders)) {
            case Answer.Given(byte[] answer) -> machine.toolchain().understandRoutes(answer);
            case Answer.None(String why) -> new OwnRoutes.Unknown(why);
          });
    } catch (UnreadableAnswerException none) {
      return Optional.of(new OwnRoutes.Unknown("the interpreter ended while importing it"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program that is about to run. */
  sealed interface Started {
    /**
     * @param run runs it to its end, which an interrupt brings about
     */
    record Ready(Supplier<ProgramResult> run) implements Started {}

    record Obstacle(Problem why) implements Started {}
  }

  /** Makes everything ready for a program that somebody else waits for. */
  Started start(Revision revision, List<String> command, RunOrders orders) {
    try {
      Optional<Problem> obstacle = prepare(revision, orders);
      if (obstacle.isPresent()) {
        return new Started.Obstacle(obstacle.get());
      }
      Path results = Files.createTempDirectory(workplace.belongings(), "results-");
      Path compiled = compiled().of(revision.tree().hex());
      String run = UUID.randomUUID().toString();
      return new Started.Ready(
          () -> {
            try {
              return start(command, orders, results, compiled, run);
            } finally {
              delete(results);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try {
      DirectoryTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an interpreter wrote when it was asked. */
  private sealed interface Answer {
    record Given(byte[] text) implements Answer {}

    record None(String why) implements Answer {}
  }

  private String answerFile() {
    return workplace.belongings().resolve("answer.json").toString();
  }

  private Answer ask(Revision revision, Invocation question, RunOrders orders) throws IOException {
    Path answer = Path.of(answerFile());
    Files.deleteIfExists(answer);
    Map<String, String> variables = new TreeMap<>(variables(overlay()));
    variables.put("PYTHONPYCACHEPREFIX", compiled().of(revision.tree().hex()).toString());
    ProgramResult result =
        machine
            .sessions()
            .run(
                ProgramRequest.of(question.argv(), workplace.root(), variables)
                    .reading(question.input())
                    .within(orders.limits().setUp())
                    .into(new OutputTarget.Log(orders.log(), orders.limits().log())));
    try {
      if (result instanceof ProgramResult.TimedOut) {
        return new Answer.None("took too long");
      }
      return new Answer.Given(Files.exists(answer) ? Files.readAllBytes(answer) : new byte[0]);
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  /** A clean work tree of the commit, with what the settings bring in. */
  private Optional<Problem> prepare(Revision revision, RunOrders orders) throws IOException {
    workplace.checkout(revision.commit());
    for (Path folder : SlotVariables.cleared(workplace.belongings())) {
      DirectoryTree.delete(folder);
    }
    Files.createDirectories(workplace.belongings());
    Files.createDirectories(orders.log().toAbsolutePath().getParent());
    List<Problem> missing =
        new SlotFurniture(surface.checkout(), surface.settings()).bringInto(workplace.root());
    if (!missing.isEmpty()) {
      return Optional.of(missing.getFirst());
    }
    OverlayFiles.make(overlayDirectory(), overlay());
    return setUp(orders);
  }

  private Optional<Problem> setUp(RunOrders orders) {
    for (List<String> command : surface.settings().setup()) {
      Path log = orders.log().resolveSibling(orders.log().getFileName() + ".setup");
      ProgramResult result =
          machine
              .sessions()
              .run(
                  ProgramRequest.of(command, workplace.root(), variables(overlay()))
                      .within(orders.limits().setUp())
                      .into(new OutputTarget.Log(log, orders.limits().log())));
      boolean done = result instanceof ProgramResult.Ended ended && ended.succeeded();
      if (!done) {
        String shown = String.join(" ", command);
        return Optional.of(Problem.of(Code.E009, shown, EndedCommand.shortly(result)));
      }
    }
    return Optional.empty();
  }

  private CommandRun runPrepared(
      Revision revision, List<String> command, String shown, RunOrders orders) throws IOException {
    String run = UUID.randomUUID().toString();
    Path results = Files.createTempDirectory(workplace.belongings(), "results-");
    String content = revision.tree().hex() + (orders.sabotage().isEmpty() ? "" : "-" + run);
    Path compiled = compiled().of(content);
    try {
      orders.sabotage().forEach(this::replace);
      Optional<Path> junit = orders.junit().map(path -> workplace.root().resolve(path));
      if (junit.isPresent()) {
        DirectoryTree.delete(junit.get());
      }
      ProgramResult result = start(command, orders, results, compiled, run);
      var files = new TestResultFiles(results, run, machine.toolchain());
      Optional<TestReport> report = files.report();
      if (report.isEmpty() && junit.isPresent()) {
        report = files.read(junit.get());
      }
      return new EndedCommand(shown, result, orders).with(report, files.foreign());
    } finally {
      DirectoryTree.delete(results);
      if (!orders.sabotage().isEmpty()) {
        compiled().forget(compiled);
      }
    }
  }

  private ProgramResult start(
      List<String> command, RunOrders orders, Path results, Path compiled, String run) {
    Overlay overlay = overlay();
    Map<String, String> variables = new TreeMap<>(variables(overlay));
    variables.putAll(
        environment.testVariables(
            new TestOrders(
                place(),
                results.toString(),
                compiled.toString(),
                workplace.belongings().resolve("tool-caches").toString(),
                run,
                orders.gone())));
    return machine
        .sessions()
        .run(
            ProgramRequest.of(command, workplace.root(), variables)
                .within(orders.limits().time())
                .into(new OutputTarget.Log(orders.log(), orders.limits().log())));
  }

  private void replace(String path, byte[] content) {
    try {
      Path file = workplace.root().resolve(path);
      // where the repository lacks the blob, the slot has neither the file nor its folder
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> variables(Overlay overlay) {
    List<String> allowed = new ArrayList<>(surface.allowed());
    allowed.addAll(machine.toolchain().allowedVariables());
    return SlotVariables.of(machine.variables(), allowed, workplace, overlay, surface.settings());
  }

  private CompiledCode compiled() {
    return new CompiledCode(workplace.belongings(), environment);
  }

  private Overlay overlay() {
    return environment.overlay(place());
  }

  private Path overlayDirectory() {
    return workplace.belongings().resolve("overlay");
  }

  private OverlayPlace place() {
    return new OverlayPlace(
        overlayDirectory().toString(),
        workplace.root().toString(),
        surface.checkout().toString(),
        surface.roots());
  }
}
