package dev.ferry.run;

import dev.ferry.git.Deletion;
import dev.ferry.git.FerryRefs;
import dev.ferry.git.SlotPool;
import dev.ferry.ledger.Attempt;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.process.ProcessIdentity;
import dev.ferry.process.Sessions;
import dev.ferry.run.gc.Item;
import dev.ferry.run.gc.Kind;
import dev.ferry.run.gc.Stock;
import dev.ferry.run.gc.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Accounts for all that ferry keeps beside the repository, and throws away what nobody needs. What
 * a living ferry uses, the record and what commits refer to stay. Holds the locks of all batches
 * that no other ferry works on until closed.
 */
public final class GarbageCollection implements AutoCloseable {
  private final Workbench workbench;
  private final FerryRefs refs;
  private final Duration age;
  private final List<RunLock> locks = new ArrayList<>();
  private boolean othersWork;

  /**
   * @param age after which what nobody needs goes
   */
  public GarbageCollection(Workbench workbench, Duration age) {
    this.workbench = workbench;
    this.refs = new FerryRefs(workbench.repository());
    this.age = age;
    takeLocks();
  }

  /** While it is decided and done what goes, no ferry may begin to work. */
  private void takeLocks() {
    Path folder = workbench.home().resolve("locks");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path lock : all.sorted().toList()) {
        Optional<RunLock> taken = RunLock.tryTake(lock);
        taken.ifPresentOrElse(locks::add, () -> othersWork = true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    locks.forEach(RunLock::close);
  }

  /**
   * What there is and what goes of it; changes nothing.
   *
   * @param cap in bytes that all together may take
   */
  public Sweep sweep(OptionalLong cap) {
    Path home = workbench.home();
    Set<String> attempts = new HashSet<>();
    Set<ObjectId> bases = new HashSet<>();
    if (Files.exists(home.resolve(Workbench.LEDGER))) {
      for (Attempt attempt : workbench.ledger().unfinished()) {
        if (mayLive(attempt.start().session())) {
          attempts.add(attempt.start().id());
          bases.add(attempt.start().base());
        }
      }
    }
    return new Stock(home, workbench.repository().commonDirectory().resolve("refs"), refs)
        .sweep(othersWork, attempts, bases, age, cap, workbench.instruments().clock().instant());
  }

  private static boolean mayLive(String session) {
    return ProcessIdentity.parse(session)
        .map(process -> process.state() != ProcessIdentity.State.DEAD)
        .orElse(false);
  }

  /**
   * Throws away what was chosen.
   *
   * @return what could not be done
   */
  public List<Problem> carryOut(Sweep sweep) {
    List<Problem> problems = new ArrayList<>();
    for (Item item : sweep.going()) {
      switch (item.kind()) {
        case SLOT -> dropSlot(item, problems);
        case GIT_LOCK -> delete(Path.of(item.name()), problems);
        case PIN, CANDIDATE, SESSION, WITHDRAWN -> {
          // together, below; marks never go
        }
        case LEDGER,
            FORMER_LEDGER,
            FINISHED,
            REPORT,
            LOG,
            HANDOFF,
            FACTS,
            MENTIONS,
            BASE_RESULT,
            CLONE,
            LOCK,
            JOURNAL,
            LIBRARY,
            OTHER ->
            delete(workbench.home().resolve(item.name()), problems);
      }
    }
    endSessions(sweep);
    refs.unpin(chosen(sweep, Kind.PIN, refs.pins()));
    if (sweep.items().stream().noneMatch(GarbageCollection::isClonesUser)) {
      refs.tidy(chosen(sweep, Kind.CANDIDATE, refs.candidates()), age).ifPresent(problems::add);
    }
    return problems;
  }

  private static boolean isClonesUser(Item item) {
    return item.kind() == Kind.CLONE && item.use() == Item.Use.IN_USE;
  }

  private static List<FerryRefs.Kept> chosen(Sweep sweep, Kind kind, List<FerryRefs.Kept> present) {
    Set<String> names = new HashSet<>();
    sweep.going().stream()
        .filter(item -> item.kind() == kind)
        .forEach(item -> names.add(item.name()));
    return present.stream().filter(ref -> names.contains(ref.name())).toList();
  }

  private void endSessions(Sweep sweep) {
    if (sweep.going().stream().noneMatch(item -> item.kind() == Kind.SESSION)) {
      return;
    }
    Instruments instruments = workbench.instruments();
    List<String> ended =
        new Sessions(
                instruments.programs(),
                workbench.home().resolve("sessions"),
                instruments.environment())
            .endLeftovers();
    if (!ended.isEmpty()) {
      workbench.tell(Problem.of(Code.R039, String.join(", ", ended)));
    }
  }

  /** Under its lock; one that somebody took meanwhile stays. */
  private void dropSlot(Item item, List<Problem> problems) {
    try {
      SlotPool.empty(workbench.home().resolve(item.name()));
    } catch (UncheckedIOException e) {
      problems.add(failed(item.name(), e));
    }
  }

  private static void delete(Path path, List<Problem> problems) {
    try {
      Deletion.of(path);
    } catch (UncheckedIOException e) {
      problems.add(failed(path.toString(), e));
    }
  }

  private static Problem failed(String name, UncheckedIOException e) {
    return Problem.of(Code.G040, name, String.valueOf(e.getCause()));
  }
}
