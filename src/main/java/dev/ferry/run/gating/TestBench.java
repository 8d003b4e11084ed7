package dev.ferry.run.gating;

import dev.ferry.gate.BaseTests;
import dev.ferry.gate.CommandRun;
import dev.ferry.gate.Ending;
import dev.ferry.probe.Bench;
import dev.ferry.probe.ResultStore;
import dev.ferry.probe.Revision;
import dev.ferry.probe.RunOrders;
import dev.ferry.probe.StoredRun;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.HashSet;
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
  /** Suspects beyond these are no coincidence: one more run at base is enough. */
  private static final int MOST_TRIED_AGAIN = 10;

  private static final int TRIES = 3;

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
    Revision base = request.candidate().base();
    String key =
        ResultStore.key(
            List.of(
                base.tree().hex(),
                String.join("\0", command),
                junit.orElse(""),
                String.join("\0", sabotaged),
                bench.digestOfSetUp()));
    return store.inTurn(
        key,
        () ->
            store
                .find(key)
                .<AtBase>map(AtBase.Known::new)
                .orElseGet(() -> computed(key, gate, command, junit, sabotaged)));
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
   * Tries tests again at base that passed there and do not at the candidate: the same command, so
   * that the order is the same, in the same slot.
   *
   * @return those that did not pass each time
   */
  Set<String> flakyAmong(
      Set<String> suspects, String gate, List<String> command, Optional<String> junit) {
    Set<String> flaky = new LinkedHashSet<>();
    int tries = suspects.isEmpty() ? 0 : suspects.size() > MOST_TRIED_AGAIN ? 1 : TRIES;
    for (int i = 0; i < tries && flaky.size() < suspects.size(); i++) {
      CommandRun again =
          bench.run(
              request.candidate().base(),
              command,
              orders(gate + "-base-retry", Set.of(), Map.of(), junit));
      Set<String> passed =
          again.report().map(TestReport::passed).orElseGet(() -> new HashSet<>(suspects));
      suspects.stream().filter(id -> !passed.contains(id)).forEach(flaky::add);
    }
    return flaky;
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
