package dev.ferry.run.gating;

import dev.ferry.config.Configuration.Select;
import dev.ferry.facts.Snapshot;
import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.Toolchain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Candidate candidate = request.candidate();
    List<String> atBase = tests.smoke();
    List<String> now = atBase.stream().map(candidate::argumentNow).toList();
    List<String> places = places(atBase);
    if (tests.select() == Select.AFFECTED && !places.isEmpty()) {
      List<String> files = affected(places);
      if (files.isEmpty()) {
        Problem none = Problem.of(Code.H040, String.join(" ", tests.smoke()));
        return new GateResult(gate, Verdict.SKIPPED, true, 0, 0, List.of(none), watch.elapsed());
      }
      atBase = only(there(files, candidate.before()));
      now =
          candidate.isOfMoves()
              ? atBase.stream().map(candidate::argumentNow).toList()
              : only(there(files.stream().map(candidate::pathNow).toList(), candidate.after()));
    }
    WitnessSearch witnesses = new WitnessSearch(request, bench);
    return new JudgedRun(request, bench, gate, tests.minimum())
        .judge(
            new ComparedCommand(atBase, now, Optional.empty()),
            base -> WitnessSearch.concluded(witnesses.search(gate, base, this::only)),
            watch);
  }

  /** Those of the suite's files that reach what the candidate is about. */
  private List<String> affected(List<String> places) {
    Candidate candidate = request.candidate();
    Set<String> reaching = new Subjects(candidate, bench.toolchain()).reaching();
    return reaching.stream()
        .filter(
            file ->
                places.stream()
                    .anyMatch(
                        place ->
                            place.equals(".")
                                || file.equals(place)
                                || file.startsWith(place + "/")))
        .sorted()
        .toList();
  }

  private static List<String> there(List<String> files, Snapshot snapshot) {
    return files.stream().filter(snapshot.listing()::containsFile).toList();
  }

  /** Where the suite's files are: what is no place stays when its files are replaced by none. */
  private List<String> places(List<String> smoke) {
    if (!bench.toolchain().isTestRunner(smoke)) {
      return List.of();
    }
    Deque<String> rest =
        new ArrayDeque<>(bench.toolchain().onlyFiles(smoke, List.of(), this::isPath));
    List<String> places = new ArrayList<>();
    for (String argument : smoke) {
      if (argument.equals(rest.peek())) {
        rest.remove();
      } else {
        places.add(plain(argument));
      }
    }
    return places;
  }

  private boolean isPath(String argument) {
    String path = plain(argument);
    var listing = request.candidate().before().listing();
    return path.equals(".") || listing.containsFile(path) || listing.containsDirectory(path);
  }

  private static String plain(String argument) {
    String file = TestReport.fileOf(argument);
    return file.endsWith("/") ? file.substring(0, file.length() - 1) : file;
  }

  /** The suite narrowed to some files, where its arguments are known; else all of it. */
  private List<String> only(List<String> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    Toolchain toolchain = bench.toolchain();
    List<String> smoke = request.settings().tests().smoke();
    return toolchain.isTestRunner(smoke) ? toolchain.onlyFiles(smoke, files, this::isPath) : smoke;
  }
}
