package dev.ferry.run.gating;

import dev.ferry.gate.BaseTests;
import dev.ferry.gate.CommandRun;
import dev.ferry.gate.CommandVerdict;
import dev.ferry.gate.CommandVerdict.Control;
import dev.ferry.gate.Ending;
import dev.ferry.gate.Excuses;
import dev.ferry.gate.TestEvidence;
import dev.ferry.gate.Witness;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.StoredRun;
import dev.ferry.toolchain.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the repository's own command at base and at the candidate. */
final class CommandGate {
  private final GateRequest request;
  private final TestBench bench;
  private final ChosenGate.Own command;
  private final String gate;

  CommandGate(GateRequest request, TestBench bench, ChosenGate.Own command) {
    this.request = request;
    this.bench = bench;
    this.command = command;
    this.gate = command.name();
  }

  GateResult judge() {
    Stopwatch watch = Stopwatch.start();
    JudgedRun judged = new JudgedRun(request, bench, gate, 0.0);
    return switch (bench.atBase(gate, command.argv(), command.junit(), List.of())) {
      case TestBench.AtBase.Unknown(CommandRun run) -> judged.unjudged(run, watch);
      case TestBench.AtBase.Known known -> {
        CommandRun now = bench.atCandidate(gate, command.argv(), command.junit());
        // a success without the results that base had is no success: its tests vanished
        boolean results = ran(now.report()) || now.ending().equals(new Ending.Exited(0));
        yield ran(known.run().report()) && results
            ? byResults(known, now, watch)
            : byExitCode(known.run(), now, watch);
      }
    };
  }

  private static boolean ran(Optional<TestReport> report) {
    return report.isPresent() && !report.get().results().isEmpty();
  }

  private GateResult byResults(TestBench.AtBase.Known base, CommandRun now, Stopwatch watch) {
    // the exit code is the command's, not the test runner's: only whether it is zero means anything
    TestEvidence evidence =
        now.ending() instanceof Ending.Exited(int exit) && now.report().isPresent()
            ? new TestEvidence.Ran(
                now.report().get(), exit == 0 ? 0 : 1, now.foreign(), now.notes())
            : now.asTests();
    GateResult tests =
        new JudgedRun(request, bench, gate, 0.0)
            .compare(
                base.tests(),
                evidence,
                new ComparedCommand(command.argv(), command.argv(), command.junit()),
                this::witness,
                watch);
    boolean failsAnyway =
        now.ending() instanceof Ending.Exited(int exit) && exit != 0 && base.run().exitCode() == 0;
    if (!failsAnyway || tests.verdict() == Verdict.FAIL || excused(tests)) {
      return tests;
    }
    List<Problem> findings = new ArrayList<>();
    findings.add(
        Problem.of(Code.T018, String.join(" ", command.argv()), String.valueOf(exitOf(now))));
    findings.addAll(tests.findings());
    return new GateResult(
        gate,
        Verdict.FAIL,
        true,
        tests.numerator(),
        tests.denominator(),
        findings,
        watch.elapsed());
  }

  /** A test that failed by chance makes the command fail, too. */
  private static boolean excused(GateResult tests) {
    return tests.findings().stream()
        .anyMatch(finding -> finding.code() == Code.T016 || finding.code() == Code.T100);
  }

  private static int exitOf(CommandRun run) {
    return run.ending() instanceof Ending.Exited(int exit) ? exit : -1;
  }

  private Witness witness(BaseTests base) {
    return WitnessSearch.concluded(
        new WitnessSearch(request, bench).search(gate, base, files -> command.argv()));
  }

  private GateResult byExitCode(StoredRun base, CommandRun now, Stopwatch watch) {
    Ending before = new Ending.Exited(base.exitCode());
    if (CommandVerdict.isSuspect(before, now.ending())) {
      ComparedCommand again = new ComparedCommand(command.argv(), command.argv(), command.junit());
      Excuses excuses = bench.triedAgain(gate, again);
      if (!excuses.flakyAtBase().isEmpty()) {
        Problem flaky = Problem.of(Code.T102, String.join(" ", command.argv()));
        return new GateResult(
            gate, Verdict.NO_WITNESS, true, 0, 1, with(flaky, now.notes()), watch.elapsed());
      }
      Optional<Excuses.Chance> chance = excuses.unsteady().values().stream().findFirst();
      if (chance.isPresent()) {
        List<Problem> told = with(unsteady(chance.get()), now.notes());
        return judged(before, new Ending.Exited(0), told, watch);
      }
    }
    return judged(before, now.ending(), now.notes(), watch);
  }

  private GateResult judged(Ending base, Ending now, List<Problem> notes, Stopwatch watch) {
    Ending success = new Ending.Exited(0);
    boolean provable = base.equals(success) && now.equals(success);
    return CommandVerdict.judge(
        gate,
        String.join(" ", command.argv()),
        base,
        now,
        provable ? control() : Control.NOT_TRIED,
        notes,
        watch.elapsed());
  }

  private Problem unsteady(Excuses.Chance chance) {
    return Problem.of(
        Code.T101,
        String.join(" ", command.argv()),
        String.valueOf(chance.failures()),
        String.valueOf(chance.runs()));
  }

  private static List<Problem> with(Problem first, List<Problem> notes) {
    List<Problem> all = new ArrayList<>(List.of(first));
    all.addAll(notes);
    return all;
  }

  private Control control() {
    List<String> sources = new Subjects(request.candidate(), bench.toolchain()).sources();
    if (sources.isEmpty()) {
      return Control.NOT_TRIED;
    }
    return switch (bench.atBase(gate, command.argv(), command.junit(), sources)) {
      case TestBench.AtBase.Known(StoredRun run) ->
          run.exitCode() == 0 ? Control.BLIND : Control.NOTICED;
      case TestBench.AtBase.Unknown unknown -> Control.NOT_TRIED;
    };
  }
}
