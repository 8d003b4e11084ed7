package dev.ferry.run.gating;

import dev.ferry.git.Slot;
import dev.ferry.model.ObjectId;
import dev.ferry.probe.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A slot of ferry's clone as the probes' workplace. For one thread, like the slot itself. */
public final class SlotWorkplace implements Workplace {
  private final Slot slot;

  public SlotWorkplace(Slot slot) {
    this.slot = slot;
  }

  @Override
  public Path root() {
    // before the first checkout the work tree itself is not there yet
    return belongings().resolveSibling(String.valueOf(slot.root().getFileName()));
  }

  @Override
  public Path belongings() {
    return real(slot.root().resolveSibling("gates"));
  }

  @Override
  public int number() {
    return slot.number();
  }

  @Override
  public void checkout(ObjectId commit) {
    slot.checkout(commit);
  }

  /** Interpreters report real paths; with any other, a slot's files would seem to lie outside. */
  private static Path real(Path path) {
    try {
      return Files.createDirectories(path).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
