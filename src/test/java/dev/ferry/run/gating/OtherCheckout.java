package dev.ferry.run.gating;

import dev.ferry.model.ObjectId;
import dev.ferry.probe.Workplace;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A slot that checks commits out in another way than ferry's.
 *
 * @param way makes the work tree the one of the commit
 */
record OtherCheckout(Workplace slot, Consumer<ObjectId> way) implements Workplace {
  @Override
  public Path root() {
    return slot.root();
  }

  @Override
  public Path belongings() {
    return slot.belongings();
  }

  @Override
  public int number() {
    return slot.number();
  }

  @Override
  public void checkout(ObjectId commit) {
    way.accept(commit);
  }
}
