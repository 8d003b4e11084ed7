package dev.ferry.run.gating;

import dev.ferry.config.Configuration.Select;
import dev.ferry.gate.BaseTests;
import dev.ferry.gate.CommandRun;
import dev.ferry.gate.GateKind;
import dev.ferry.gate.Witness;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the tests that import the moved modules or their importers, and the tests that were written
 * for them.
 */
final class ModuleTestGate {
  /** The nearest tests are the best witnesses, and a run must stay short. */
  static final int MOST_FILES = 40;

  private static final String GATE = GateKind.MODULE_TEST.configured();

  private final GateRequest request;
  private final TestBench bench;
  private final Toolchain toolchain;
  private final Subjects subjects;

  ModuleTestGate(GateRequest request, TestBench bench) {
    this.request = request;
    this.bench = bench;
    this.toolchain = bench.toolchain();
    this.subjects = new Subjects(request.candidate(), toolchain);
  }

  GateResult judge() {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    Set<String> reaching = reaching();
    List<String> nearest = reaching.stream().limit(MOST_FILES).toList();
    List<String> files =
        nearest.stream().filter(candidate.before().listing()::containsFile).toList();
    List<String> filesNow =
        new ArrayList<>(
            nearest.stream()
                .map(candidate::pathNow)
                .filter(candidate.after().listing()::containsFile)
                .distinct()
                .toList());
    candidate.scaffolds().values().stream().sorted().forEach(filesNow::add);
    if (files.isEmpty() && filesNow.isEmpty()) {
      return unreached(watch);
    }
    GateResult result =
        new JudgedRun(request, bench, GATE, 0.0)
            .judge(
                new ComparedCommand(
                    files.isEmpty() ? List.of() : toolchain.testCommand(files),
                    filesNow.isEmpty() ? List.of() : toolchain.testCommand(filesNow),
                    Optional.empty()),
                this::witness,
                watch);
    if (filesNow.isEmpty() && result.verdict() == Verdict.ERROR) {
      // the tests that are gone did not pass at base: nothing is missed, and nothing left to run
      return unreached(watch);
    }
    return reaching.size() > MOST_FILES ? noted(result, reaching.size()) : result;
  }

  private GateResult unreached(Stopwatch watch) {
    List<Problem> unreached =
        subjects.all().isEmpty()
            ? List.of(Problem.of(Code.T099))
            : subjects.all().stream()
                .map(subject -> Problem.of(Code.T024, subject.name()))
                .toList();
    return new GateResult(GATE, Verdict.NO_WITNESS, true, 0, 0, unreached, watch.elapsed());
  }

  private Set<String> reaching() {
    boolean smokeOnly = request.settings().tests().select() == Select.SMOKE;
    return smokeOnly ? Set.of() : subjects.reaching();
  }

  private Witness witness(BaseTests base) {
    List<WitnessSearch.Finding> findings = new ArrayList<>();
    for (WitnessSearch.Finding finding :
        new WitnessSearch(request, bench).search(GATE, base, toolchain::testCommand)) {
      switch (finding) {
        case WitnessSearch.Finding.Noticed noticed -> findings.add(noticed);
        case WitnessSearch.Finding.Unnoticed unnoticed -> findings.add(byScaffold(unnoticed));
      }
    }
    return WitnessSearch.concluded(findings);
  }

  /** The written test, which exists at the candidate only, under the same control. */
  private WitnessSearch.Finding byScaffold(WitnessSearch.Finding.Unnoticed unnoticed) {
    Candidate candidate = request.candidate();
    Subjects.Subject subject = unnoticed.subject();
    String scaffold = candidate.scaffolds().get(subject.source());
    if (scaffold == null) {
      return unnoticed;
    }
    List<String> sources = subject.sources().stream().map(candidate::pathNow).toList();
    List<String> command = toolchain.testCommand(List.of(scaffold));
    CommandRun sabotaged = bench.atSabotagedCandidate(GATE, command, sources);
    boolean red =
        sabotaged.report().stream()
            .flatMap(report -> report.results().values().stream())
            .anyMatch(dev.ferry.toolchain.TestResult::isRed);
    return red ? new WitnessSearch.Finding.Noticed(Set.of(scaffold)) : unnoticed;
  }

  private GateResult noted(GateResult result, int all) {
    List<Problem> findings = new ArrayList<>(result.findings());
    findings.add(
        Problem.of(Code.T029, String.valueOf(all), subjects.names(), String.valueOf(MOST_FILES)));
    return new GateResult(
        result.gate(),
        result.verdict(),
        result.proven(),
        result.numerator(),
        result.denominator(),
        findings,
        result.took());
  }
}
