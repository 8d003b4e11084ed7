package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.Toolchain;
import java.util.List;
import java.util.function.Predicate;

/** Runs the smoke suite at base and at the candidate. */
final class SmokeGate {
  private final GateRequest request;
  private final TestBench bench;

  SmokeGate(GateRequest request, TestBench bench) {
    this.request = request;
    this.bench = bench;
  }

  GateResult judge() {
    Stopwatch watch = Stopwatch.start();
    String gate = GateKind.SMOKE.configured();
    GateSettings.Tests tests = request.settings().tests();
    if (tests.smoke().isEmpty()) {
      Problem unset = Problem.of(Code.T036, gate, "tests.smoke");
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(unset), watch.elapsed());
    }
    WitnessSearch witnesses = new WitnessSearch(request, bench);
    return new JudgedRun(request, bench, gate, tests.minimum())
        .judge(
            tests.smoke(),
            tests.smoke(),
            base -> WitnessSearch.concluded(witnesses.search(gate, base, this::only)),
            watch);
  }

  /** The suite narrowed to some files, where its arguments are known; else all of it. */
  private List<String> only(List<String> files) {
    Toolchain toolchain = bench.toolchain();
    List<String> smoke = request.settings().tests().smoke();
    Predicate<String> isPath =
        argument -> {
          String path =
              argument.endsWith("/") ? argument.substring(0, argument.length() - 1) : argument;
          var listing = request.candidate().before().listing();
          return path.equals(".") || listing.containsFile(path) || listing.containsDirectory(path);
        };
    return toolchain.isTestRunner(smoke) ? toolchain.onlyFiles(smoke, files, isPath) : smoke;
  }
}
