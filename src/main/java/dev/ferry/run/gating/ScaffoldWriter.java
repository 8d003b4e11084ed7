package dev.ferry.run.gating;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.Limits;
import dev.ferry.probe.Revision;
import dev.ferry.probe.RunOrders;
import dev.ferry.probe.Workplace;
import dev.ferry.probe.WorktreeSettings;
import dev.ferry.toolchain.PublicNames;
import dev.ferry.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a test for a module that is about to move: it imports the module under its new name and
 * checks its public names against those at base. Safe for several threads, each with a workplace of
 * its own.
 */
public final class ScaffoldWriter {
  private final Bench.Machine machine;

  public ScaffoldWriter(Bench.Machine machine) {
    this.machine = machine;
  }

  /**
   * What to write a test for.
   *
   * @param template the path of the test; holds {@code {destination}}
   * @param nameBefore the module's dotted name at base
   * @param nameAfter its name after the move
   */
  public record Request(
      Revision base,
      Snapshot before,
      Move move,
      String nameBefore,
      String nameAfter,
      String template) {}

  /** Where to try the import. */
  public record Surroundings(
      Workplace workplace,
      EnvironmentSearch.Result environment,
      Path checkout,
      WorktreeSettings worktree,
      List<String> allowed,
      Limits limits,
      Path logs) {}

  /** The test, or why there is none. */
  public sealed interface Result {
    /**
     * @param path of the test in the repository
     */
    record Written(String path, byte[] content) implements Result {}

    record Skipped(Problem why) implements Result {}
  }

  /** Where the test for a destination stands. */
  public String path(String template, String destination) {
    return machine.toolchain().scaffoldPath(template, destination);
  }

  public Result write(Request request, Surroundings around) {
    Toolchain toolchain = machine.toolchain();
    String module = request.move().module();
    String path = toolchain.scaffoldPath(request.template(), request.move().destination());
    if (request.before().listing().containsFile(path)) {
      return new Result.Skipped(Problem.of(Code.T031, module, path));
    }
    return switch (around.environment()) {
      case EnvironmentSearch.Result.Unusable(Problem why) ->
          new Result.Skipped(Problem.of(Code.T032, module, why.code().id()));
      case EnvironmentSearch.Result.Ready(var environment) -> {
        var surface =
            new Bench.Surface(
                around.checkout(),
                request.before().modules().roots(),
                around.worktree(),
                around.allowed());
        var bench = new Bench(machine, around.workplace(), environment, surface);
        var orders =
            new RunOrders(
                around.logs().resolve("public-names.log"),
                around.limits(),
                Set.of(),
                Map.of(),
                Optional.empty());
        yield written(request, path, bench.namesOf(request.base(), request.nameBefore(), orders));
      }
    };
  }

  private Result written(Request request, String path, PublicNames names) {
    return switch (names) {
      case PublicNames.NotImportable(String error) ->
          new Result.Skipped(Problem.of(Code.T030, request.move().module(), error));
      case PublicNames.Known known ->
          new Result.Written(path, machine.toolchain().scaffold(request.nameAfter(), known));
    };
  }
}
