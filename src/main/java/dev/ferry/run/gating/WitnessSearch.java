package dev.ferry.run.gating;

import dev.ferry.gate.BaseTests;
import dev.ferry.gate.Witness;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Looks for tests that notice when a moved module is broken: its source is replaced at base by one
 * that fails as soon as it is loaded, and the tests that reach it are run.
 */
final class WitnessSearch {
  private final GateRequest request;
  private final TestBench bench;

  WitnessSearch(GateRequest request, TestBench bench) {
    this.request = request;
    this.bench = bench;
  }

  /** What was found for one move. */
  sealed interface Finding {
    record Noticed(Set<String> tests) implements Finding {}

    record Unnoticed(Subjects.Subject subject, Problem why) implements Finding {}
  }

  /**
   * @param gate for the logs
   * @param base how the tests that count do at base
   * @param command makes the command that runs given test files
   */
  List<Finding> search(String gate, BaseTests base, UnaryOperator<List<String>> command) {
    List<Finding> findings = new ArrayList<>();
    for (Subjects.Subject subject : new Subjects(request.candidate(), bench.toolchain()).all()) {
      findings.add(search(gate, subject, base, command));
    }
    return findings;
  }

  private Finding search(
      String gate, Subjects.Subject subject, BaseTests base, UnaryOperator<List<String>> command) {
    Candidate candidate = request.candidate();
    Set<String> passing = new LinkedHashSet<>();
    base.passed().forEach(id -> passing.add(TestReport.fileOf(id)));
    List<String> sources = subject.sources();
    List<String> files =
        new ReachingTests(candidate.before(), bench.toolchain())
            .of(sources).stream()
                .filter(passing::contains)
                .limit(ModuleTestGate.MOST_FILES)
                .toList();
    if (files.isEmpty()) {
      return new Finding.Unnoticed(subject, Problem.of(Code.T024, subject.name()));
    }
    TestBench.AtBase sabotaged =
        bench.atBase(gate, command.apply(files), Optional.empty(), sources);
    Set<String> red = new LinkedHashSet<>();
    if (sabotaged instanceof TestBench.AtBase.Known known && known.run().report().isPresent()) {
      red.addAll(turnedRed(base.passed(), files, known.run().report().get()));
    }
    return red.isEmpty()
        ? new Finding.Unnoticed(subject, Problem.of(Code.T025, subject.name()))
        : new Finding.Noticed(red);
  }

  /** Ids that are red, or that vanished because their file is. */
  static Set<String> turnedRed(Set<String> passed, List<String> files, TestReport sabotaged) {
    boolean anyRed = sabotaged.results().values().stream().anyMatch(TestResult::isRed);
    Set<String> red = new LinkedHashSet<>();
    for (String id : passed) {
      TestResult now = sabotaged.results().get(id);
      boolean lost = now == null ? anyRed : now.isRed();
      if (lost && files.contains(TestReport.fileOf(id))) {
        red.add(id);
      }
    }
    return red;
  }

  /** Every move needs a witness of its own; a commit without anything to break has none. */
  static Witness concluded(List<Finding> findings) {
    if (findings.isEmpty()) {
      return new Witness.None(List.of(Problem.of(Code.T099)));
    }
    Set<String> tests = new LinkedHashSet<>();
    List<Problem> unnoticed = new ArrayList<>();
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Noticed(Set<String> red) -> tests.addAll(red);
        case Finding.Unnoticed(var subject, Problem why) -> unnoticed.add(why);
      }
    }
    return unnoticed.isEmpty() && !tests.isEmpty()
        ? new Witness.Seen(tests)
        : new Witness.None(unnoticed);
  }
}
