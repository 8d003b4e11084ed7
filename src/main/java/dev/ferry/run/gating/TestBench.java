package dev.ferry.run.gating;

import dev.ferry.gate.BaseTests;
import dev.ferry.gate.CommandRun;
import dev.ferry.gate.Ending;
import dev.ferry.gate.Excuses;
import dev.ferry.gate.SuspectTrial;
import dev.ferry.probe.Bench;
import dev.ferry.probe.ResultStore;
import dev.ferry.probe.Revision;
import dev.ferry.probe.RunOrders;
import dev.ferry.probe.StoredRun;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs one request's commands: at the candidate always, at base only where no earlier run of the
 * same command, tree, environment and set-up is known.
 */
final class TestBench {
  private final Bench bench;
  private final Toolchain toolchain;
  private final GateRequest request;
  private final ResultStore store;
  private int runs;

  TestBench(Bench bench, Toolchain toolchain, GateRequest request) {
    this.bench = bench;
    this.toolchain = toolchain;
    this.request = request;
    this.store = new ResultStore(request.baseResults());
  }

  Bench bench() {
    return bench;
  }

  Toolchain toolchain() {
    return toolchain;
  }

  /** What running a command at base says, or the run that says nothing. */
  sealed interface AtBase {
    record Known(StoredRun run) implements AtBase {
      BaseTests tests() {
        return new BaseTests(
            run.report().orElseGet(() -> new TestReport("", Map.of())), run.flaky());
      }
    }

    record Unknown(CommandRun run) implements AtBase {}
  }

  /** Runs a command at the candidate. */
  CommandRun atCandidate(String gate, List<String> command, Optional<String> junit) {
    Revision candidate = request.candidate().revision();
    RunOrders orders = orders(gate, request.candidate().gone(), Map.of(), junit);
    request.progress().runs(gate, command, orders.log());
    return bench.run(candidate, command, orders);
  }

  /** Runs a command at the candidate with some of its files replaced. */
  CommandRun atSabotagedCandidate(String gate, List<String> command, List<String> files) {
    Revision candidate = request.candidate().revision();
    return bench.run(
        candidate,
        command,
        orders(gate + "-sabotaged", Set.of(), sabotage(files), Optional.empty()));
  }

  /**
   * Runs a command at base, with some files replaced where {@code sabotaged} names any. Where it
   * has failures it runs twice: what differs is flaky.
   */
  AtBase atBase(String gate, List<String> command, Optional<String> junit, List<String> sabotaged) {
    String key = key(command, junit, sabotaged);
    return store.inTurn(
        key,
        () ->
            store
                .find(key)
                .<AtBase>map(AtBase.Known::new)
                .orElseGet(() -> computed(key, gate, command, junit, sabotaged)));
  }

  private String key(List<String> command, Optional<String> junit, List<String> sabotaged) {
    return ResultStore.key(
        List.of(
            request.candidate().base().tree().hex(),
            String.join("\0", command),
            junit.orElse(""),
            String.join("\0", sabotaged),
            bench.digestOfSetUp()));
  }

  private AtBase computed(
      String key,
      String gate,
      List<String> command,
      Optional<String> junit,
      List<String> sabotaged) {
    Revision base = request.candidate().base();
    String log = gate + (sabotaged.isEmpty() ? "-base" : "-base-sabotaged");
    RunOrders orders = orders(log, Set.of(), sabotage(sabotaged), junit);
    CommandRun first = bench.run(base, command, orders);
    if (!(first.ending() instanceof Ending.Exited(int exit))) {
      return new AtBase.Unknown(first);
    }
    StoredRun run = new StoredRun(exit, first.report(), Set.of());
    boolean red = first.report().isPresent() && !reds(first.report().get()).isEmpty();
    if (red && sabotaged.isEmpty()) {
      run =
          confirmed(
              run, bench.run(base, command, orders(log + "-again", Set.of(), Map.of(), junit)));
    }
    store.keep(key, run);
    return new AtBase.Known(run);
  }

  private static StoredRun confirmed(StoredRun first, CommandRun again) {
    if (first.report().isEmpty() || again.report().isEmpty()) {
      return first;
    }
    TestReport one = first.report().get();
    TestReport other = again.report().get();
    Set<String> flaky = new LinkedHashSet<>();
    one.results()
        .forEach(
            (id, result) -> {
              boolean passed = other.results().containsKey(id) && other.results().get(id).passed();
              if (result.passed() != passed) {
                flaky.add(id);
              }
            });
    return new StoredRun(
        first.exitCode(), Optional.of(TestReport.merged(List.of(one, other))), flaky);
  }

  /**
   * Tries tests again that passed at base and do not at the candidate: the same commands, so that
   * the order is the same, in the same slot. What proves to be flaky at base is kept with the
   * results of base, so that it is no suspect any more.
   */
  Excuses triedAgain(Set<String> suspects, String gate, ComparedCommand command) {
    SuspectTrial trial = SuspectTrial.ofTests(suspects);
    for (int round = 1; trial.isOpen(); round++) {
      Round ran = round(round, gate, command);
      trial.hear(failedAtBase(suspects, ran.base()), failedAtCandidate(suspects, ran.now()));
    }
    Excuses excuses = trial.excuses();
    if (!excuses.flakyAtBase().isEmpty()) {
      remember(excuses.flakyAtBase(), command);
    }
    return excuses;
  }

  /** The same for a command that succeeded at base, fails with the move and leaves no results. */
  Excuses triedAgain(String gate, ComparedCommand command) {
    String name = String.join(" ", command.atBase());
    SuspectTrial trial = SuspectTrial.ofCommand(name);
    for (int round = 1; trial.isOpen(); round++) {
      Round ran = round(round, gate, command);
      boolean failedAtBase = ran.base().ending() instanceof Ending.Exited(int exit) && exit != 0;
      boolean succeeded = ran.now().ending().equals(new Ending.Exited(0));
      trial.hear(failedAtBase ? Set.of(name) : Set.of(), succeeded ? Set.of() : Set.of(name));
    }
    return trial.excuses();
  }

  private record Round(CommandRun base, CommandRun now) {}

  /** The sides change their order each time: a test that fails every other time is found out. */
  private Round round(int number, String gate, ComparedCommand command) {
    if (number % 2 == 1) {
      CommandRun base = againAtBase(gate, command);
      return new Round(base, againAtCandidate(gate, command));
    }
    CommandRun now = againAtCandidate(gate, command);
    return new Round(againAtBase(gate, command), now);
  }

  private CommandRun againAtBase(String gate, ComparedCommand command) {
    return bench.run(
        request.candidate().base(),
        command.atBase(),
        orders(gate + "-base-retry", Set.of(), Map.of(), command.junit()));
  }

  private CommandRun againAtCandidate(String gate, ComparedCommand command) {
    return bench.run(
        request.candidate().revision(),
        command.atCandidate(),
        orders(gate + "-retry", request.candidate().gone(), Map.of(), command.junit()));
  }

  /** A run without results excuses nobody. */
  private static Set<String> failedAtBase(Set<String> suspects, CommandRun run) {
    if (run.report().isEmpty()) {
      return Set.of();
    }
    Set<String> failed = new LinkedHashSet<>(suspects);
    failed.removeAll(run.report().get().passed());
    return failed;
  }

  private Set<String> failedAtCandidate(Set<String> suspects, CommandRun run) {
    if (run.report().isEmpty()) {
      return suspects;
    }
    TestReport report = run.report().get();
    Set<String> passed = report.passed();
    Set<String> failed = new LinkedHashSet<>(suspects);
    failed.removeIf(id -> passed.contains(request.candidate().idNow(id, report)));
    return failed;
  }

  private void remember(Set<String> flaky, ComparedCommand command) {
    String key = key(command.atBase(), command.junit(), List.of());
    store.inTurn(
        key,
        () -> {
          store.find(key).ifPresent(known -> store.keep(key, known.with(flaky)));
          return key;
        });
  }

  private static List<String> reds(TestReport report) {
    List<String> reds = new ArrayList<>();
    report
        .results()
        .forEach(
            (id, result) -> {
              if (result.isRed()) {
                reds.add(id);
              }
            });
    return reds;
  }

  private Map<String, byte[]> sabotage(List<String> files) {
    Map<String, byte[]> sabotage = new TreeMap<>();
    files.forEach(file -> sabotage.put(file, toolchain.sabotage()));
    return sabotage;
  }

  private RunOrders orders(
      String log, Set<String> gone, Map<String, byte[]> sabotage, Optional<String> junit) {
    runs++;
    String file = String.format("%02d-%s.log", runs, log);
    return new RunOrders(
        request.logs().resolve(file), request.settings().tests().limits(), gone, sabotage, junit);
  }
}
