package dev.ferry.run.gating;

import dev.ferry.gate.AppAnswer;
import dev.ferry.gate.BodyVerdict;
import dev.ferry.gate.DocumentVerdict;
import dev.ferry.gate.EndpointVerdict;
import dev.ferry.gate.GateKind;
import dev.ferry.gate.RateLimitVerdict;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.ApplicationProbe.Result;
import dev.ferry.probe.ApplicationRun;
import dev.ferry.probe.ApplicationSettings;
import dev.ferry.probe.Bench;
import dev.ferry.probe.ResultStore;
import dev.ferry.probe.Revision;
import dev.ferry.probe.RunOrders;
import dev.ferry.probe.StoredAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gates that ask the running application. It is started once at base, and not at all where its
 * answers there are known, and once at the candidate, whichever of the gates run.
 */
final class ApplicationGates {
  private final GateRequest request;
  private final Bench bench;
  private final ApplicationSettings settings;
  private ApplicationRun.@Nullable Seen base;
  private ApplicationRun.@Nullable Seen now;

  ApplicationGates(GateRequest request, Bench bench) {
    this.request = request;
    this.bench = bench;
    this.settings = request.settings().tests().application();
  }

  /** Where no application is configured there is nothing to ask, and that is no pass. */
  static GateResult skipped(String gate) {
    return new GateResult(
        gate, Verdict.SKIPPED, true, 0, 0, List.of(Problem.of(Code.T047)), java.time.Duration.ZERO);
  }

  GateResult judge(GateKind kind) {
    return judge(
        kind.configured(),
        (before, now, watch) ->
            noted(kind, verdict(kind, answers(before), now.answers(), watch), now.notes()));
  }

  GateResult judge(ChosenGate.Served served) {
    return judge(
        served.name(),
        (before, now, watch) ->
            served.kind() == GateKind.SYNTAX
                ? bodies(served.name(), answers(before), now.answers(), watch)
                : document(served.name(), before, now, watch));
  }

  /** Compares what was seen of the candidate with what was seen at base, if anything was. */
  private interface Judge {
    GateResult judge(Optional<Result.Asked> before, Result.Asked now, Stopwatch watch);
  }

  private GateResult judge(String gate, Judge judge) {
    Stopwatch watch = Stopwatch.start();
    ApplicationRun.Seen atBase = atBase();
    Optional<Result.Asked> before =
        atBase.result() instanceof Result.Asked asked ? Optional.of(asked) : Optional.empty();
    return switch (atCandidate(atBase.targets()).result()) {
      // an application that does not start at base either is still nothing that was judged
      case Result.Unknown(Problem why) ->
          new GateResult(gate, unknown(answers(before)), true, 0, 0, List.of(why), watch.elapsed());
      case Result.Asked asked -> judge.judge(before, asked, watch);
    };
  }

  private static List<AppAnswer> answers(Optional<Result.Asked> asked) {
    return asked.map(Result.Asked::answers).orElse(List.of());
  }

  private GateResult bodies(
      String gate, List<AppAnswer> before, List<AppAnswer> answers, Stopwatch watch) {
    boolean strict = request.settings().strict();
    String application = String.join(" ", settings.command());
    return BodyVerdict.judge(gate, application, before, answers, strict, watch.elapsed());
  }

  private GateResult document(
      String gate, Optional<Result.Asked> before, Result.Asked now, Stopwatch watch) {
    // what a version without known rules leaves
    GateResult nothing =
        new GateResult(gate, Verdict.NO_WITNESS, true, 0, 0, List.of(), watch.elapsed());
    Map<String, String> names = new TreeMap<>();
    request
        .candidate()
        .modules()
        .forEach(
            (was, is) -> {
              names.put(was, is);
              // a schema that needs its module to be told from another is named so
              names.put(was.replace(".", "__"), is.replace(".", "__"));
            });
    DocumentVerdict.Judged judged =
        new DocumentVerdict.Judged(
            settings.openapi(), Optional.of(now.document()), before.map(Result.Asked::document));
    return DocumentVerdict.judge(
        nothing, List.of(judged), names, request.settings().strict(), watch.elapsed());
  }

  /** An application that answered at base and does not start now was broken by the move. */
  private static Verdict unknown(List<AppAnswer> before) {
    return before.isEmpty() ? Verdict.ERROR : Verdict.FAIL;
  }

  private GateResult verdict(
      GateKind kind, List<AppAnswer> before, List<AppAnswer> answers, Stopwatch watch) {
    String application = String.join(" ", settings.command());
    boolean strict = request.settings().strict();
    return kind == GateKind.ENDPOINTS
        ? EndpointVerdict.judge(application, before, answers, strict, watch.elapsed())
        : RateLimitVerdict.judge(
            application, before, answers, settings.exempt(), strict, watch.elapsed());
  }

  /** What was seen besides is told once, by the gate that is about routes. */
  private static GateResult noted(GateKind kind, GateResult result, List<Problem> notes) {
    if (kind != GateKind.ENDPOINTS || notes.isEmpty()) {
      return result;
    }
    List<Problem> findings = new ArrayList<>(result.findings());
    findings.addAll(notes);
    return new GateResult(
        result.gate(),
        result.verdict(),
        result.proven(),
        result.numerator(),
        result.denominator(),
        findings,
        result.took());
  }

  private ApplicationRun.Seen atBase() {
    if (base == null) {
      Revision revision = request.candidate().base();
      ResultStore store = new ResultStore(request.baseResults());
      StoredAnswers stored = new StoredAnswers(store);
      String key =
          ResultStore.key(
              List.of(
                  "application/v3",
                  revision.tree().hex(),
                  String.join("\0", settings.command()),
                  settings.ready(),
                  settings.openapi(),
                  String.valueOf(settings.unsafeMethods()),
                  bench.digestOfSetUp()));
      base =
          store.inTurn(key, () -> stored.find(key).orElseGet(() -> asked(revision, stored, key)));
    }
    return base;
  }

  private ApplicationRun.Seen asked(Revision revision, StoredAnswers stored, String key) {
    ApplicationRun.Seen seen = run(revision, "application-base", Map.of());
    stored.keep(key, seen);
    return seen;
  }

  private ApplicationRun.Seen atCandidate(Map<String, String> more) {
    if (now == null) {
      now = run(request.candidate().revision(), "application", more);
    }
    return now;
  }

  private ApplicationRun.Seen run(Revision revision, String log, Map<String, String> more) {
    RunOrders orders =
        new RunOrders(
            request.logs().resolve(log + ".log"),
            request.settings().tests().limits(),
            Set.of(),
            Map.of(),
            Optional.empty());
    return new ApplicationRun(bench, settings).on(revision, orders, more);
  }
}
