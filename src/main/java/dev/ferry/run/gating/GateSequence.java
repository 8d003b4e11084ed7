package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.SyntaxProbe;
import dev.ferry.process.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the configured gates for one candidate, in their order. The first that blocks ends it,
 * unless all are asked for. Safe for several threads, each with a workplace of its own.
 */
public final class GateSequence {
  private final Bench.Machine machine;
  private final SyntaxProbe syntax;
  private final FollowsHistory history;
  private final LanesGate lanes;

  /**
   * @param contracts file of the import contracts; empty where it is to be found
   */
  public GateSequence(
      Bench.Machine machine,
      Programs programs,
      FollowsHistory history,
      Optional<String> contracts) {
    this.lanes = new LanesGate(contracts);
    this.machine = machine;
    this.syntax = new SyntaxProbe(programs);
    this.history = history;
  }

  /** One result for each gate that ran, in the order of the gates. */
  public List<GateResult> judge(GateRequest request) {
    Tests tests = new Tests(request);
    List<GateResult> results = new ArrayList<>();
    for (ChosenGate gate : request.settings().gates()) {
      request.progress().started(gate.name());
      GateResult result = judge(gate, request, tests);
      results.add(result);
      request.progress().ended(result);
      // a gate without a witness is no end: one that comes later may have one
      if (result.blocks(false) && !request.settings().all()) {
        break;
      }
    }
    return results;
  }

  private GateResult judge(ChosenGate gate, GateRequest request, Tests tests) {
    return switch (gate) {
      case ChosenGate.Known(GateKind kind) -> judge(kind, request, tests);
      case ChosenGate.Own own ->
          tests.run(own.name(), bench -> new CommandGate(request, bench, own).judge());
    };
  }

  private GateResult judge(GateKind gate, GateRequest request, Tests tests) {
    String name = gate.configured();
    return switch (gate) {
      case SYNTAX -> new SyntaxGate(syntax).judge(request);
      case SCHEMA -> new SchemaGate().judge(request);
      case LANES -> lanes.judge(request);
      case HISTORY -> new HistoryGate(history).judge(request);
      case MODULE_TEST -> tests.run(name, bench -> new ModuleTestGate(request, bench).judge());
      case SMOKE -> tests.run(name, bench -> new SmokeGate(request, bench).judge());
      case LEFTOVERS, SCOPE, RATE_LIMITS, LOG_COVERAGE, ENDPOINTS, SELF_REPORT ->
          error(name, Problem.of(Code.T028, name));
    };
  }

  private static GateResult error(String gate, Problem why) {
    return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(why), java.time.Duration.ZERO);
  }

  /** The bench of one request, made when the first gate needs it. */
  private final class Tests {
    private final GateRequest request;
    private @Nullable TestBench bench;

    Tests(GateRequest request) {
      this.request = request;
    }

    GateResult run(String gate, java.util.function.Function<TestBench, GateResult> judge) {
      return switch (request.environment()) {
        case EnvironmentSearch.Result.Unusable(Problem why) -> error(gate, why);
        case EnvironmentSearch.Result.Ready(var environment) -> {
          if (bench == null) {
            var surface =
                new Bench.Surface(
                    request.checkout(),
                    request.candidate().after().modules().roots(),
                    request.settings().worktree(),
                    request.settings().allowed());
            bench =
                new TestBench(
                    new Bench(machine, request.workplace(), environment, surface),
                    machine.toolchain(),
                    request);
          }
          yield judge.apply(bench);
        }
      };
    }
  }
}
