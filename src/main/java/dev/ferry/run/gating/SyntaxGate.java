package dev.ferry.run.gating;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.Snapshot;
import dev.ferry.gate.GateKind;
import dev.ferry.gate.SyntaxVerdict;
import dev.ferry.gate.SyntaxVerdict.Judged;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.SyntaxProbe;
import dev.ferry.probe.SyntaxProbe.Touched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the touched files parsed, by the environment's interpreter where there is one. */
final class SyntaxGate implements Gate {
  private final SyntaxProbe probe;

  SyntaxGate(SyntaxProbe probe) {
    this.probe = probe;
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    boolean strict = request.settings().strict();
    return switch (request.environment()) {
      case EnvironmentSearch.Result.Ready(var environment) ->
          switch (probe.judge(environment, touched(request.candidate()))) {
            case SyntaxProbe.Result.Found(List<Judged> files) ->
                SyntaxVerdict.judge(files, true, strict, watch.elapsed());
            case SyntaxProbe.Result.Unknown(Problem why) ->
                new GateResult(
                    GateKind.SYNTAX.configured(),
                    Verdict.ERROR,
                    true,
                    0,
                    0,
                    List.of(why),
                    watch.elapsed());
          };
      case EnvironmentSearch.Result.Unusable(Problem why) ->
          SyntaxVerdict.judge(scanned(request.candidate()), false, strict, watch.elapsed());
    };
  }

  private static List<Touched> touched(Candidate candidate) {
    Map<String, String> pathsBefore = new HashMap<>();
    candidate.paths().forEach((before, now) -> pathsBefore.put(now, before));
    List<Touched> touched = new ArrayList<>();
    for (String path : candidate.touched()) {
      Optional<byte[]> now = candidate.after().content(path);
      Optional<byte[]> before = candidate.before().content(pathsBefore.getOrDefault(path, path));
      boolean source = candidate.after().facts(path).isPresent();
      now.ifPresent(content -> touched.add(new Touched(path, source, content, before)));
    }
    return touched;
  }

  /** What the scanner noticed, where no interpreter can be asked. */
  private static List<Judged> scanned(Candidate candidate) {
    Map<String, String> pathsBefore = new HashMap<>();
    candidate.paths().forEach((before, now) -> pathsBefore.put(now, before));
    List<Judged> judged = new ArrayList<>();
    for (String path : candidate.touched()) {
      if (candidate.after().facts(path).isPresent()) {
        boolean broken = isBroken(candidate.after(), path);
        Problem problem = broken ? Problem.at(path, 0, Code.T001, "seen by the scanner") : null;
        String before = pathsBefore.getOrDefault(path, path);
        judged.add(new Judged(path, problem, broken && isBroken(candidate.before(), before)));
      }
    }
    return judged;
  }

  private static boolean isBroken(Snapshot snapshot, String path) {
    return snapshot
        .facts(path)
        .map(facts -> facts.marks().contains(FileFacts.Mark.BROKEN))
        .orElse(false);
  }
}
