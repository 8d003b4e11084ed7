package dev.ferry.run;

import dev.ferry.git.Slot;
import dev.ferry.git.SlotPool;
import dev.ferry.model.ObjectId;
import dev.ferry.probe.Workplace;
import dev.ferry.run.gating.SlotWorkplace;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A slot that is taken when the first gate needs it: static gates need none, and the first checkout
 * of a large repository takes seconds.
 */
final class LazyWorkplace implements Workplace, AutoCloseable {
  private final Supplier<SlotPool> slots;
  private @Nullable Slot slot;

  LazyWorkplace(Supplier<SlotPool> slots) {
    this.slots = slots;
  }

  @Override
  public Path root() {
    return taken().root();
  }

  @Override
  public Path belongings() {
    return taken().belongings();
  }

  @Override
  public int number() {
    return taken().number();
  }

  @Override
  public void checkout(ObjectId commit) {
    taken().checkout(commit);
  }

  private Workplace taken() {
    if (slot == null) {
      try {
        slot = slots.get().acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for a slot", e);
      }
    }
    return new SlotWorkplace(slot);
  }

  @Override
  public void close() {
    if (slot != null) {
      slot.close();
    }
  }
}
