package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
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
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the configured gates for one candidate. The first that blocks ends it, unless all are asked
 * for. Safe for several threads, each with a workplace of its own.
 */
public final class GateSequence {
  private final Bench.Machine machine;
  private final SyntaxProbe syntax;
  private final Evidence evidence;
  private final LanesGate lanes;
  private final SchemaGate schema;

  /**
   * @param contracts file of the import contracts; empty where it is to be found
   * @param openapi documents that have to stay valid, besides those that a move touches
   */
  public GateSequence(
      Bench.Machine machine,
      Programs programs,
      Evidence evidence,
      Optional<String> contracts,
      List<String> openapi) {
    this.schema = new SchemaGate(openapi);
    this.lanes = new LanesGate(contracts);
    this.machine = machine;
    this.syntax = new SyntaxProbe(programs);
    this.evidence = evidence;
  }

  /**
   * One result for each gate that ran: first those that read, all at once, then those that run
   * something, each in the order of the configuration.
   */
  public List<GateResult> judge(GateRequest request) {
    Tests tests = new Tests(request);
    List<ChosenGate> reading =
        request.settings().gates().stream().filter(gate -> gate.readsOnly()).toList();
    List<GateResult> results = new ArrayList<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<GateResult>> begun =
          reading.stream().map(gate -> readers.submit(() -> judge(gate, request, tests))).toList();
      for (int i = 0; i < begun.size(); i++) {
        request.progress().started(reading.get(i).name());
        if (!add(result(begun.get(i)), request, results)) {
          return results;
        }
      }
    }
    for (ChosenGate gate : request.settings().gates()) {
      if (!gate.readsOnly()) {
        request.progress().started(gate.name());
        if (!add(judge(gate, request, tests), request, results)) {
          return results;
        }
      }
    }
    return results;
  }

  /** Whether to go on: a gate without a witness is no end, one that comes later may have one. */
  private static boolean add(GateResult result, GateRequest request, List<GateResult> results) {
    results.add(result);
    request.progress().ended(result);
    return !result.blocks(false) || request.settings().all();
  }

  private static GateResult result(Future<GateResult> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped");
    }
  }

  private GateResult judge(ChosenGate gate, GateRequest request, Tests tests) {
    return switch (gate) {
      case ChosenGate.Known(GateKind kind) -> judge(kind, request, tests);
      case ChosenGate.Served served ->
          tests.asking(served.name(), application -> application.judge(served));
      case ChosenGate.Own own ->
          tests.run(own.name(), bench -> new CommandGate(request, bench, own).judge());
    };
  }

  private GateResult judge(GateKind gate, GateRequest request, Tests tests) {
    String name = gate.configured();
    Candidate candidate = request.candidate();
    return switch (gate) {
      case SYNTAX -> WithoutMoves.excused(gate, candidate, new SyntaxGate(syntax).judge(request));
      case SCHEMA -> WithoutMoves.excused(gate, candidate, schema.judge(request));
      case HISTORY ->
          WithoutMoves.unlessMoved(
              gate, candidate, () -> new HistoryGate(evidence.history()).judge(request));
      case MODULE_TEST -> tests.run(name, bench -> new ModuleTestGate(request, bench).judge());
      case SMOKE -> tests.run(name, bench -> new SmokeGate(request, bench).judge());
      case LEFTOVERS ->
          WithoutMoves.unlessMoved(
              gate, candidate, () -> new LeftoversGate(evidence.mentions()).judge(request));
      case SCOPE -> WithoutMoves.unlessMoved(gate, candidate, () -> new ScopeGate().judge(request));
      case LOG_COVERAGE -> new LogCoverageGate(machine.toolchain()).judge(request);
      case SELF_REPORT -> new SelfReportGate(evidence.claims()).judge(request);
      case RATE_LIMITS, ENDPOINTS -> tests.asking(name, application -> application.judge(gate));
      case LANES -> lanes.judge(request);
    };
  }

  private static GateResult error(String gate, Problem why) {
    return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(why), java.time.Duration.ZERO);
  }

  /** The bench of one request, made when the first gate needs it. */
  private final class Tests {
    private final GateRequest request;
    private @Nullable TestBench bench;
    private @Nullable ApplicationGates application;

    Tests(GateRequest request) {
      this.request = request;
    }

    GateResult asking(String gate, Function<ApplicationGates, GateResult> judge) {
      if (!request.settings().tests().application().isConfigured()) {
        return ApplicationGates.skipped(gate);
      }
      return run(
          gate,
          tests -> {
            if (application == null) {
              application = new ApplicationGates(request, tests.bench());
            }
            return judge.apply(application);
          });
    }

    GateResult run(String gate, Function<TestBench, GateResult> judge) {
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
