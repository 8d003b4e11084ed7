package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import dev.ferry.plan.Rename;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.Revision;
import dev.ferry.probe.Workplace;
import dev.ferry.run.gating.Candidate;
import dev.ferry.run.gating.ChosenGate;
import dev.ferry.run.gating.GateProgress;
import dev.ferry.run.gating.GateRequest;
import dev.ferry.run.gating.GateSequence;
import dev.ferry.run.gating.GateSettings;
import dev.ferry.run.gating.ScaffoldWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has candidates judged by the configured gates, in one slot and one environment. */
public final class Judgement {
  private static final String MODULE_TEST = "module-test";

  private final GateSequence gates;
  private final ScaffoldWriter scaffolds;
  private final GateSettings settings;
  private final Configuration configuration;
  private final Setting setting;

  /**
   * Where candidates are judged.
   *
   * @param workplace taken when the first gate needs it
   * @param checkout the user's, as a real path
   * @param home ferry's own folder
   */
  record Setting(
      Workplace workplace, EnvironmentSearch.Result environment, Path checkout, Path home) {}

  Judgement(
      GateSequence gates,
      Bench.Machine machine,
      GateSettings settings,
      Configuration configuration,
      Setting setting) {
    this.gates = gates;
    this.scaffolds = new ScaffoldWriter(machine);
    this.settings = settings;
    this.configuration = configuration;
    this.setting = setting;
  }

  /** The environment that tests run in. */
  EnvironmentSearch.Result environment() {
    return setting.environment();
  }

  /** The result that keeps a unit from being published, if any does. */
  public Optional<GateResult> blocking(List<GateResult> results) {
    return settings.blocking(results);
  }

  /** Where the test of each move stands, by the move's source. */
  Map<String, String> scaffoldPaths(UnitJob job) {
    Map<String, String> places = new LinkedHashMap<>();
    for (Move move : job.unit().moves()) {
      String template = configuration.gates().tests().module();
      places.put(move.source(), scaffolds.path(template, move.destination()));
    }
    return places;
  }

  /** The test that comes with each move of a unit, or why none does; by the move's source. */
  public Map<String, ScaffoldWriter.Result> scaffolds(UnitJob job, String attempt) {
    Snapshot after = job.before().after(job.plan().changes());
    Map<String, ScaffoldWriter.Result> results = new LinkedHashMap<>();
    for (Move move : job.unit().moves()) {
      results.put(move.source(), scaffold(job, move, after, attempt));
    }
    return results;
  }

  private ScaffoldWriter.Result scaffold(UnitJob job, Move move, Snapshot after, String attempt) {
    if (settings.gates().stream().noneMatch(gate -> gate.name().equals(MODULE_TEST))) {
      return new ScaffoldWriter.Result.Skipped(Problem.of(Code.R024, move.module()));
    }
    Map<String, String> modules = modules(job, after, move);
    if (modules.isEmpty()) {
      return new ScaffoldWriter.Result.Skipped(Problem.of(Code.R025, move.source()));
    }
    Map.Entry<String, String> names = modules.entrySet().iterator().next();
    ScaffoldWriter.Request request =
        new ScaffoldWriter.Request(
            new Revision(job.parent(), tree(job)),
            job.before(),
            move,
            names.getKey(),
            names.getValue(),
            configuration.gates().tests().module());
    return scaffolds.write(
        request,
        new ScaffoldWriter.Surroundings(
            setting.workplace(),
            setting.environment(),
            setting.checkout(),
            settings.worktree(),
            settings.allowed(),
            settings.tests().limits(),
            logs(attempt)));
  }

  /**
   * One result for each gate that ran.
   *
   * @param written tests that were written for moves, by the move's source
   */
  public List<GateResult> judge(
      UnitJob job,
      dev.ferry.git.Candidate built,
      Snapshot after,
      Map<String, String> written,
      String attempt,
      GateProgress progress) {
    return judge(job, built, after, written, Set.of(), attempt, progress);
  }

  /**
   * The same for a candidate that the operator mended.
   *
   * @param fixed paths that the operator changed
   */
  public List<GateResult> judge(
      UnitJob job,
      dev.ferry.git.Candidate built,
      Snapshot after,
      Map<String, String> written,
      Set<String> fixed,
      String attempt,
      GateProgress progress) {
    Map<String, String> paths = job.plan().paths();
    Set<String> edited = edited(job, written, paths);
    Set<String> mended = new HashSet<>(fixed);
    mended.addAll(job.mend().paths());
    mended.stream().filter(path -> !paths.containsValue(path)).forEach(edited::add);
    Candidate candidate = candidate(job, built, after, edited, written);
    return gates.judge(request(settings, candidate, logs(attempt), progress));
  }

  /** The same for a commit that no moves made. */
  List<GateResult> judge(Candidate candidate, String attempt, GateProgress progress) {
    return gates.judge(request(settings, candidate, logs(attempt), progress));
  }

  /** By the gates that only read, for one commit of a stack. */
  List<GateResult> judgeByReading(
      UnitJob job,
      dev.ferry.git.Candidate built,
      Snapshot after,
      Map<String, String> written,
      String attempt,
      GateProgress progress) {
    Set<String> edited = edited(job, written, job.plan().paths());
    Candidate candidate = candidate(job, built, after, edited, written);
    return gates.judge(
        request(settings.only(ChosenGate::readsOnly), candidate, logs(attempt), progress));
  }

  /**
   * By the gates that run something, for a stack as a whole.
   *
   * @param stack what the stack came to, beside the commit that it stands on
   */
  List<GateResult> judgeByRunning(Candidate stack, String attempt, GateProgress progress) {
    GateSettings running = settings.only(gate -> !gate.readsOnly());
    return running.gates().isEmpty()
        ? List.of()
        : gates.judge(request(running, stack, logs(attempt), progress));
  }

  /** What the gates look at in a unit's commit. */
  private static Candidate candidate(
      UnitJob job,
      dev.ferry.git.Candidate built,
      Snapshot after,
      Set<String> edited,
      Map<String, String> written) {
    return new Candidate(
        new Revision(job.parent(), tree(job)),
        new Revision(built.commit(), built.tree()),
        job.before(),
        after,
        job.unit().moves(),
        job.plan().paths(),
        modules(job, after),
        edited,
        written);
  }

  private GateRequest request(
      GateSettings chosen, Candidate candidate, Path logs, GateProgress progress) {
    return new GateRequest(
        chosen,
        candidate,
        setting.workplace(),
        setting.environment(),
        setting.checkout(),
        logs,
        setting.home().resolve("base-results"),
        progress);
  }

  /** Names of moved modules, from base to candidate. */
  Map<String, String> modules(UnitJob job) {
    return modules(job, job.before().after(job.plan().changes()));
  }

  private Path logs(String attempt) {
    return setting.home().resolve("logs").resolve(attempt);
  }

  private static ObjectId tree(UnitJob job) {
    return job.before().tree().orElseThrow();
  }

  /** Paths that a unit writes or rewrites, moved ones apart. */
  static Set<String> edited(UnitJob job, Map<String, String> written, Map<String, String> paths) {
    Set<String> edited = new HashSet<>();
    for (TreeChange change : job.plan().changes()) {
      if (!paths.containsValue(change.path()) && !paths.containsKey(change.path())) {
        edited.add(change.path());
      }
    }
    edited.addAll(written.values());
    return edited;
  }

  /** Names of moved modules, from before to after; of several names of a file each in its turn. */
  static Map<String, String> modules(UnitJob job, Snapshot after) {
    Map<String, String> modules = new LinkedHashMap<>();
    job.unit().moves().forEach(move -> modules.putAll(modules(job, after, move)));
    return modules;
  }

  private static Map<String, String> modules(UnitJob job, Snapshot after, Move move) {
    Map<String, String> modules = new LinkedHashMap<>();
    for (Rename rename : job.plan().renames()) {
      boolean ofMove =
          rename.source().equals(move.source()) || rename.source().startsWith(move.source() + "/");
      List<String> old = job.before().modules().namesOf(rename.source());
      List<String> fresh = after.modules().namesOf(rename.destination());
      for (int i = 0; ofMove && i < Math.min(old.size(), fresh.size()); i++) {
        modules.put(old.get(i), fresh.get(i));
      }
    }
    return modules;
  }
}
