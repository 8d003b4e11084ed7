package dev.ferry.run.rebuild;

import dev.ferry.batch.BatchesReading;
import dev.ferry.git.CommitText;
import dev.ferry.git.Done;
import dev.ferry.git.DoneJudge;
import dev.ferry.git.ModuleCommits;
import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Ledger;
import dev.ferry.ledger.SqliteLedger;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BranchName;
import dev.ferry.run.OpenBatch;
import dev.ferry.run.OpenBatches;
import dev.ferry.run.RecordedGates;
import dev.ferry.run.RunLock;
import dev.ferry.run.Workbench;
import dev.ferry.run.revert.BackwardMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger anew from git alone: what stands on branches and what landed, by the messages
 * of the commits. The ledger that was there is compared with it and set aside, never deleted.
 */
public final class LedgerRebuild {
  /** The session of attempts that were read from git; no process has such a name. */
  public static final String SESSION = "rebuilt";

  private final Workbench workbench;
  private final BranchName names;
  private final Path file;

  public LedgerRebuild(Workbench workbench) {
    this.workbench = workbench;
    this.names = new BranchName(workbench.configuration().publication().branch());
    this.file = workbench.home().resolve(Workbench.LEDGER);
  }

  /**
   * What it came to.
   *
   * @param integrated modules with where git shows them, in the order of the batches
   * @param unattributed modules that landed by commits that name none
   * @param skipped modules that the files beside the batches leave out
   * @param differences between the two ledgers, each in a sentence
   * @param aside where the former ledger lies now; nothing where there was none
   */
  public record Result(
      Map<String, Integrated> integrated,
      List<String> unattributed,
      List<String> skipped,
      List<Problem> differences,
      Optional<Path> aside) {
    public Result {
      integrated = new LinkedHashMap<>(integrated);
      unattributed = List.copyOf(unattributed);
      skipped = List.copyOf(skipped);
      differences = List.copyOf(differences);
    }
  }

  /**
   * Rebuilds the ledger.
   *
   * @throws ProblemException where another ferry works on one of the batches, or the disk refuses
   */
  public Result rebuild() {
    Map<String, Path> files = workbench.batchFiles(List.of());
    List<RunLock> locks = new ArrayList<>();
    try {
      for (Map.Entry<String, Path> batch : files.entrySet()) {
        Path lock = workbench.home().resolve("locks").resolve(OpenBatches.key(batch.getValue()));
        locks.add(RunLock.take(lock, batch.getKey()));
      }
      return rebuild(new OpenBatches(workbench).open(BatchesReading.of(files), files));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(Code.R026, file.toString(), String.valueOf(e.getMessage())));
    } finally {
      locks.forEach(RunLock::close);
    }
  }

  private Result rebuild(List<OpenBatch> batches) throws IOException {
    Map<String, Integrated> integrated = new LinkedHashMap<>();
    Map<String, BatchRow> rows = new LinkedHashMap<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        rows.putIfAbsent(row.move().module(), row);
        if (open.standing().get(row) instanceof Integrated standing) {
          integrated.putIfAbsent(row.move().module(), standing);
        }
      }
    }
    integrated.putAll(preparations(rows.keySet()));
    Path fresh = file.resolveSibling(file.getFileName() + ".rebuilt");
    Files.createDirectories(fresh.getParent());
    delete(fresh);
    RebuiltDecisions decisions = new RebuiltDecisions(workbench, batches);
    write(fresh, integrated, rows, decisions);
    List<Problem> differences = differences(integrated);
    Optional<Path> aside = setAside();
    Files.move(fresh, file);
    return new Result(
        integrated, unattributed(batches, integrated), decisions.skipped(), differences, aside);
  }

  /** Units that no row asks for: they stand on branches of their own, under others. */
  private Map<String, Integrated> preparations(Set<String> rows) {
    Map<String, Integrated> found = new LinkedHashMap<>();
    Map<String, ObjectId> tips = workbench.repository().branches(names.prefix());
    ObjectId base = workbench.base().commit();
    for (var made : ModuleCommits.above(workbench.repository(), base, List.copyOf(tips.values()))) {
      for (String module : made.modules()) {
        if (!rows.contains(module) && made.commit().equals(tips.get(names.of(module)))) {
          found.put(module, new Integrated(names.of(module), made.commit()));
        }
      }
    }
    return found;
  }

  /** A module with where git shows it, and what that commit says of itself. */
  private record Stands(String module, Integrated integrated, CommitText text) {}

  private void write(
      Path fresh,
      Map<String, Integrated> integrated,
      Map<String, BatchRow> rows,
      RebuiltDecisions decisions) {
    Set<ObjectId> commits = new HashSet<>();
    integrated.values().forEach(standing -> commits.add(standing.commit()));
    Map<ObjectId, CommitText> texts = CommitText.of(workbench.repository(), commits);
    List<Stands> standing = new ArrayList<>();
    integrated.forEach(
        (module, where) -> {
          CommitText text = texts.get(where.commit());
          if (text != null) {
            standing.add(new Stands(module, where, text));
          }
        });
    standing.sort(Comparator.comparing(stands -> stands.text().at()));
    CommitClock clock = new CommitClock(workbench.zone());
    try (Ledger ledger = SqliteLedger.open(fresh, clock, workbench::tell)) {
      for (Stands stands : standing) {
        clock.set(stands.text().at());
        record(ledger, stands, rows.get(stands.module()));
      }
      clock.set(workbench.instruments().clock().instant());
      decisions.write(ledger);
    }
  }

  private void record(Ledger ledger, Stands stands, @Nullable BatchRow row) {
    String module = stands.module();
    CommitText text = stands.text();
    String id = text.commit().hex() + " " + module;
    String batch = row == null ? "" : row.batch();
    Move move = row == null ? described(module, text) : row.move();
    ledger.attemptStarted(
        new Attempt.Start(id, SESSION, batch, move, base(module, text), text.at()));
    text.values("Ferry-Gates").stream()
        .findFirst()
        .ifPresent(gates -> RecordedGates.read(gates).forEach(gate -> ledger.gateJudged(id, gate)));
    ledger.attemptEnded(id, stands.integrated());
  }

  /** What the commit stands on; below its first half where it was made in two. */
  private ObjectId base(String module, CommitText text) {
    ObjectId parent = text.parents().isEmpty() ? text.commit() : text.parents().getFirst();
    CommitText below = CommitText.of(workbench.repository(), List.of(parent)).get(parent);
    if (below == null
        || below.parents().isEmpty()
        || !below.values("Ferry-Module").contains(module)) {
      return parent;
    }
    return below.parents().getFirst();
  }

  private static Move described(String module, CommitText text) {
    int at = text.values("Ferry-Module").indexOf(module);
    List<String> sources = text.values("Ferry-Source");
    List<String> destinations = text.values("Ferry-Destination");
    boolean known = at >= 0 && at < sources.size() && at < destinations.size();
    return known
        ? new Move(module, sources.get(at), destinations.get(at))
        : new Move(module, "", "");
  }

  private List<String> unattributed(List<OpenBatch> batches, Map<String, Integrated> integrated) {
    List<DoneJudge.Question> questions = new ArrayList<>();
    for (OpenBatch open : batches) {
      open.batch().rows().stream()
          .map(BatchRow::move)
          .filter(move -> !move.isInPlace() && !integrated.containsKey(move.module()))
          .forEach(move -> questions.add(new DoneJudge.Question(move, names.of(move.module()))));
    }
    List<Done> done = new DoneJudge(workbench.repository()).judge(workbench.base(), questions);
    List<String> landed = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      if (done.get(i) instanceof Done.Landed) {
        landed.add(questions.get(i).move().module());
      }
    }
    return landed;
  }

  /** What the former ledger says otherwise; what a merge rewrote is no difference. */
  private List<Problem> differences(Map<String, Integrated> integrated) {
    List<Problem> found = new ArrayList<>();
    if (!Files.exists(file)) {
      return found;
    }
    long unpublished = 0;
    Set<String> known = new HashSet<>();
    Set<String> reverted = new HashSet<>();
    workbench.ledger().reverted().forEach(decision -> reverted.add(decision.module()));
    for (Attempt attempt : workbench.ledger().lastOfEach()) {
      String module = attempt.start().move().module();
      Integrated now = integrated.get(module);
      if (attempt.outcome().orElse(null) instanceof Integrated before) {
        known.add(module);
        if (now == null
            && !reverted.contains(module)
            && !before.branch().startsWith(BackwardMove.BRANCH.prefix())) {
          found.add(Problem.of(Code.L031, module, before.branch(), before.commit().abbreviated()));
        } else if (now != null
            && now.branch().equals(before.branch())
            && !now.commit().equals(before.commit())) {
          found.add(
              Problem.of(
                  Code.L032,
                  module,
                  before.commit().abbreviated(),
                  now.commit().abbreviated(),
                  now.branch()));
        }
      } else if (now == null && attempt.outcome().map(LedgerRebuild::isOfGit).orElse(true)) {
        unpublished++;
      }
    }
    integrated.keySet().stream()
        .filter(module -> !known.contains(module))
        .forEach(module -> found.add(Problem.of(Code.L033, module)));
    if (unpublished > 0) {
      found.add(Problem.of(Code.L034, Long.toString(unpublished)));
    }
    return found;
  }

  /** What somebody left out stands beside the batches, not in git. */
  private static boolean isOfGit(Outcome outcome) {
    return !(outcome instanceof Outcome.Skipped);
  }

  private Optional<Path> setAside() throws IOException {
    workbench.closeLedger();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long now = workbench.instruments().clock().millis();
    Path aside = file.resolveSibling(file.getFileName() + ".before-" + now);
    for (String part : List.of("-wal", "-shm", "")) {
      Path from = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(from)) {
        Files.move(from, aside.resolveSibling(aside.getFileName() + part));
      }
    }
    return Optional.of(aside);
  }

  private static void delete(Path database) throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + part));
    }
  }
}
