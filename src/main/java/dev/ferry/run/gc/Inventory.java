package dev.ferry.run.gc;

import dev.ferry.git.FerryRefs;
import dev.ferry.model.ObjectId;
import dev.ferry.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lists all that stands in ferry's folder and under its refs; changes nothing. */
final class Inventory {
  /** Folders whose entries are things of their own. */
  private static final Map<String, Kind> FOLDERS =
      Map.of(
          "done", Kind.FINISHED,
          "facts", Kind.FACTS,
          "base-results", Kind.BASE_RESULT,
          "logs", Kind.LOG,
          "handoffs", Kind.HANDOFF,
          "reports", Kind.REPORT,
          "sessions", Kind.SESSION,
          "locks", Kind.LOCK,
          "slots", Kind.SLOT,
          "native", Kind.LIBRARY);

  private static final Set<String> LEDGER = Set.of("ledger.db", "ledger.db-wal", "ledger.db-shm");

  /** A lock of git's that is younger may belong to a call that just runs. */
  private static final Duration FOR_A_CALL = Duration.ofMinutes(10);

  private final Path home;
  private final Path refs;
  private final Needs needs;
  private final Instant now;
  private final List<Item> items = new ArrayList<>();

  /**
   * What things are needed for.
   *
   * @param running whether a ferry lives that may use what stands here
   * @param attempts that have no end and whose process is not known to be dead
   * @param bases that those stand on
   * @param reports digests that commits refer to
   */
  record Needs(boolean running, Set<String> attempts, Set<ObjectId> bases, Set<String> reports) {}

  /**
   * @param home ferry's folder
   * @param refs the folder where the user's repository keeps loose refs
   */
  Inventory(Path home, Path refs, Needs needs, Instant now) {
    this.home = home;
    this.refs = refs;
    this.needs = needs;
    this.now = now;
  }

  List<Item> items(
      List<FerryRefs.Kept> pins, List<FerryRefs.Kept> candidates, List<FerryRefs.Kept> withdrawn) {
    for (Path path : entries(home)) {
      String name = String.valueOf(path.getFileName());
      Kind folder = FOLDERS.get(name);
      if (folder != null && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        entries(path).forEach(entry -> add(folder, entry, use(folder, entry)));
      } else {
        add(kind(name), path, use(kind(name), path));
      }
    }
    gitLocks(refs.resolve("ferry"));
    gitLocks(home.resolve("clone.git"));
    pins.forEach(this::addPin);
    for (FerryRefs.Kept mark : withdrawn) {
      items.add(new Item(Kind.WITHDRAWN, mark.name(), 0, mark.made(), Item.Use.NEEDED));
    }
    for (FerryRefs.Kept candidate : candidates) {
      Item.Use use = needs.running() ? Item.Use.IN_USE : Item.Use.FREE;
      items.add(new Item(Kind.CANDIDATE, candidate.name(), 0, candidate.made(), use));
    }
    return items;
  }

  private static Kind kind(String name) {
    if (LEDGER.contains(name)) {
      return Kind.LEDGER;
    }
    if (name.startsWith("ledger.db.before-") || name.startsWith("ledger.db.damaged-")) {
      return Kind.FORMER_LEDGER;
    }
    return switch (name) {
      case "clone.git" -> Kind.CLONE;
      case "clone.lock" -> Kind.LOCK;
      case "mentions", "mentions-everywhere" -> Kind.MENTIONS;
      case "writing" -> Kind.JOURNAL;
      default -> Kind.OTHER;
    };
  }

  private Item.Use use(Kind kind, Path path) {
    String name = String.valueOf(path.getFileName());
    return switch (kind) {
      case LEDGER, FINISHED, JOURNAL -> Item.Use.NEEDED;
      case LOG, HANDOFF -> free(!needs.attempts().contains(name));
      case REPORT ->
          needs.reports().contains(name.replace("sha256-", "sha256:").replace(".json", ""))
              ? Item.Use.NEEDED
              : free(true);
      case SLOT -> LockProbe.isHeld(path.resolve("lock")) ? Item.Use.IN_USE : Item.Use.FREE;
      case LOCK -> needs.running() && LockProbe.isHeld(path) ? Item.Use.IN_USE : Item.Use.NEEDED;
      case SESSION -> session(path);
      case LIBRARY -> name.equals(currentLibrary()) ? Item.Use.NEEDED : free(!needs.running());
      case FACTS, MENTIONS, BASE_RESULT, CLONE, FORMER_LEDGER, OTHER -> free(!needs.running());
      case CANDIDATE, PIN, WITHDRAWN, GIT_LOCK ->
          throw new IllegalArgumentException("no file: " + kind);
    };
  }

  private static Item.Use free(boolean free) {
    return free ? Item.Use.FREE : Item.Use.IN_USE;
  }

  private static String currentLibrary() {
    String path = System.getProperty("org.sqlite.lib.path", "");
    return path.isEmpty() ? "" : String.valueOf(Path.of(path).getFileName());
  }

  /** What its owner's death leaves unended is ended by the next run, and by the collection. */
  private static Item.Use session(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      boolean dead =
          !lines.isEmpty()
              && ProcessIdentity.parse(lines.getFirst())
                  .map(owner -> owner.state() == ProcessIdentity.State.DEAD)
                  .orElse(false);
      return dead ? Item.Use.DEAD : Item.Use.IN_USE;
    } catch (IOException gone) {
      return Item.Use.IN_USE;
    }
  }

  /** Those of ferry's own refs and of ferry's own clone; no others are looked at. */
  private void gitLocks(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path lock :
          all.filter(path -> path.toString().endsWith(".lock") && Files.isRegularFile(path))
              .toList()) {
        Sizes.Size size = Sizes.of(lock);
        boolean dead = !needs.running() && size.newest().isBefore(now.minus(FOR_A_CALL));
        items.add(
            new Item(
                Kind.GIT_LOCK,
                lock.toString(),
                size.bytes(),
                size.newest(),
                dead ? Item.Use.DEAD : Item.Use.IN_USE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pin is as old as its file; git may have packed it, then as its commit. */
  private void addPin(FerryRefs.Kept pin) {
    Path file = refs.resolveSibling(pin.name());
    Instant made = Files.exists(file) ? Sizes.of(file).newest() : pin.made();
    Item.Use use = needs.bases().contains(pin.commit()) ? Item.Use.NEEDED : free(!needs.running());
    items.add(new Item(Kind.PIN, pin.name(), 0, made, use));
  }

  private void add(Kind kind, Path path, Item.Use use) {
    Sizes.Size size = Sizes.of(path);
    if (kind == Kind.SLOT && size.bytes() == 0) {
      return; // nothing but its lock, which stays: another ferry may be about to take it
    }
    Path owner = path.resolve("owner");
    Instant used =
        kind == Kind.SLOT && Files.exists(owner) ? Sizes.of(owner).newest() : size.newest();
    items.add(new Item(kind, home.relativize(path).toString(), size.bytes(), used, use));
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
