package dev.ferry.run;

import dev.ferry.git.Slot;
import dev.ferry.git.SlotPool;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.probe.Workplace;
import dev.ferry.run.gating.SlotWorkplace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A slot that is taken when the first gate needs it: static gates need none, and the first checkout
 * of a large repository takes seconds.
 */
final class LazyWorkplace implements Workplace, AutoCloseable {
  private final SlotPool slots;
  private final Consumer<Problem> told;
  private @Nullable Slot slot;
  private boolean incompleteTold;

  /**
   * @param told is given what the user should know of the slot, once
   */
  LazyWorkplace(SlotPool slots, Consumer<Problem> told) {
    this.slots = slots;
    this.told = told;
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
    List<String> leftOut = slot().checkout(commit).leftOut();
    if (!leftOut.isEmpty() && !incompleteTold) {
      incompleteTold = true;
      told.accept(Problem.of(Code.G016, Integer.toString(leftOut.size()), leftOut.getFirst()));
    }
  }

  private Workplace taken() {
    return new SlotWorkplace(slot());
  }

  /** Taken where it was not yet. */
  Slot slot() {
    if (slot == null) {
      try {
        slot = slots.acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for a slot", e);
      }
    }
    return slot;
  }

  @Override
  public void close() {
    if (slot != null) {
      slot.close();
    }
  }
}
