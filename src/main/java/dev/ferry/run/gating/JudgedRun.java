package dev.ferry.run.gating;

import dev.ferry.gate.BaseTests;
import dev.ferry.gate.CommandRun;
import dev.ferry.gate.Ending;
import dev.ferry.gate.Excuses;
import dev.ferry.gate.TestEvidence;
import dev.ferry.gate.TestVerdict;
import dev.ferry.gate.Witness;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.TestReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One command at base and at the candidate, compared. */
final class JudgedRun {
  private static final TestReport EMPTY = new TestReport("", Map.of());

  /** The candidate has none of the files of base's command. */
  private static final TestEvidence NO_TESTS_LEFT =
      new TestEvidence.Ran(EMPTY, 0, List.of(), List.of());

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
   * @param witness asked only where its answer can matter
   */
  GateResult judge(ComparedCommand command, Function<BaseTests, Witness> witness, Stopwatch watch) {
    BaseTests base = new BaseTests(EMPTY, Set.of());
    if (!command.atBase().isEmpty()) {
      switch (bench.atBase(gate, command.atBase(), command.junit(), List.of())) {
        case TestBench.AtBase.Unknown(CommandRun run) -> {
          return unjudged(run, watch);
        }
        case TestBench.AtBase.Known known -> base = known.tests();
      }
    }
    TestEvidence now =
        command.atCandidate().isEmpty()
            ? NO_TESTS_LEFT
            : bench.atCandidate(gate, command.atCandidate(), command.junit()).asTests();
    return compare(base, now, command, witness, watch);
  }

  GateResult compare(
      BaseTests base,
      TestEvidence now,
      ComparedCommand command,
      Function<BaseTests, Witness> witness,
      Stopwatch watch) {
    TestReport ran = now instanceof TestEvidence.Ran results ? results.report() : EMPTY;
    TestVerdict verdict =
        new TestVerdict(
            gate, minimum, request.settings().strict(), id -> request.candidate().idNow(id, ran));
    Excuses excuses =
        now instanceof TestEvidence.Ran
                && !command.atBase().isEmpty()
                && !command.atCandidate().isEmpty()
            ? bench.triedAgain(verdict.suspects(base, ran), gate, command)
            : Excuses.NONE;
    // a witness cannot mend what fails anyway: look for one only where the rest passes
    GateResult first =
        verdict.judge(base, now, excuses, new Witness.Seen(Set.of("any")), watch.elapsed());
    return first.verdict() == Verdict.PASS
        ? verdict.judge(base, now, excuses, witness.apply(base), watch.elapsed())
        : first;
  }

  GateResult unjudged(CommandRun run, Stopwatch watch) {
    List<Problem> why =
        run.ending() instanceof Ending.Unknown(Problem problem) ? List.of(problem) : run.notes();
    return new GateResult(gate, Verdict.ERROR, true, 0, 0, why, watch.elapsed());
  }
}
