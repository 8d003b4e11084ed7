package dev.ferry.run.gc;

import dev.ferry.git.FerryRefs;
import dev.ferry.model.ObjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Takes stock of what ferry keeps. */
public final class Stock {
  private final Path home;
  private final Path looseRefs;
  private final FerryRefs refs;

  /**
   * @param home ferry's folder
   * @param looseRefs the folder where the user's repository keeps loose refs
   */
  public Stock(Path home, Path looseRefs, FerryRefs refs) {
    this.home = home;
    this.looseRefs = looseRefs;
    this.refs = refs;
  }

  /**
   * What there is and what goes.
   *
   * @param locked whether another ferry works on a batch
   * @param attempts that may still run
   * @param bases that those stand on
   */
  public Sweep sweep(
      boolean locked,
      Set<String> attempts,
      Set<ObjectId> bases,
      Duration age,
      OptionalLong cap,
      Instant now) {
    boolean running = locked || !attempts.isEmpty() || anySlotHeld();
    Inventory.Needs needs = new Inventory.Needs(running, attempts, bases, refs.reportsInUse());
    List<Item> items =
        new Inventory(home, looseRefs, needs, now)
            .items(refs.pins(), refs.candidates(), refs.withdrawn());
    return Sweep.of(items, age, cap, now);
  }

  private boolean anySlotHeld() {
    Path slots = home.resolve("slots");
    if (!Files.isDirectory(slots)) {
      return false;
    }
    try (Stream<Path> all = Files.list(slots)) {
      return all.map(slot -> slot.resolve("lock")).anyMatch(LockProbe::isHeld);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
