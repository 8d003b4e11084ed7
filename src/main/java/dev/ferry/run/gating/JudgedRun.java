package dev.ferry.run.gating;

import dev.ferry.gate.BaseTests;
import dev.ferry.gate.CommandRun;
import dev.ferry.gate.Ending;
import dev.ferry.gate.TestEvidence;
import dev.ferry.gate.TestVerdict;
import dev.ferry.gate.Witness;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.TestReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One command at base and at the candidate, compared. */
final class JudgedRun {
  private static final TestReport EMPTY = new TestReport("", Map.of());

  private final GateRequest request;
  private final TestBench bench;
  private final String gate;
  private final double minimum;

  JudgedRun(GateRequest request, TestBench bench, String gate, double minimum) {
    this.request = request;
    this.bench = bench;
    this.gate = gate;
    this.minimum = minimum;
  }

  /**
   * @param atBase the command at base; empty where there is nothing to run there
   * @param witness asked only where its answer can matter
   */
  GateResult judge(
      List<String> atBase,
      List<String> atCandidate,
      Function<BaseTests, Witness> witness,
      Stopwatch watch) {
    BaseTests base = new BaseTests(EMPTY, Set.of());
    if (!atBase.isEmpty()) {
      switch (bench.atBase(gate, atBase, Optional.empty(), List.of())) {
        case TestBench.AtBase.Unknown(CommandRun run) -> {
          return unjudged(run, watch);
        }
        case TestBench.AtBase.Known known -> base = known.tests();
      }
    }
    TestEvidence now = bench.atCandidate(gate, atCandidate, Optional.empty()).asTests();
    return compare(base, now, atBase, Optional.empty(), witness, watch);
  }

  GateResult compare(
      BaseTests base,
      TestEvidence now,
      List<String> atBase,
      Optional<String> junit,
      Function<BaseTests, Witness> witness,
      Stopwatch watch) {
    TestReport ran = now instanceof TestEvidence.Ran results ? results.report() : EMPTY;
    TestVerdict verdict =
        new TestVerdict(
            gate, minimum, request.settings().strict(), id -> request.candidate().idNow(id, ran));
    Set<String> flaky =
        now instanceof TestEvidence.Ran && !atBase.isEmpty()
            ? bench.flakyAmong(verdict.suspects(base, ran), gate, atBase, junit)
            : Set.of();
    // a witness cannot mend what fails anyway: look for one only where the rest passes
    GateResult first =
        verdict.judge(base, now, flaky, new Witness.Seen(Set.of("any")), watch.elapsed());
    return first.verdict() == Verdict.PASS
        ? verdict.judge(base, now, flaky, witness.apply(base), watch.elapsed())
        : first;
  }

  GateResult unjudged(CommandRun run, Stopwatch watch) {
    List<Problem> why =
        run.ending() instanceof Ending.Unknown(Problem problem) ? List.of(problem) : run.notes();
    return new GateResult(gate, Verdict.ERROR, true, 0, 0, why, watch.elapsed());
  }
}
