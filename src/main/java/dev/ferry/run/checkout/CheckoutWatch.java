package dev.ferry.run.checkout;

import dev.ferry.git.WorkTree;
import dev.ferry.git.WorkTreeWatch;
import dev.ferry.run.Refusals;
import dev.ferry.run.Workbench;
import java.util.Set;

/** Waits for the user's checkout to change. For one thread. */
public final class CheckoutWatch implements AutoCloseable {
  private final WorkTreeWatch watch;

  private CheckoutWatch(WorkTreeWatch watch) {
    this.watch = watch;
  }

  /**
   * @throws dev.ferry.model.ProblemException where there is no checkout, or too many directories
   */
  public static CheckoutWatch of(Workbench workbench) {
    return new CheckoutWatch(
        WorkTreeWatch.of(WorkTree.of(workbench.repository()).orElseThrow(Refusals::noCheckout)));
  }

  /** See {@link WorkTreeWatch#await}. */
  public Set<String> await() {
    return watch.await();
  }

  @Override
  public void close() {
    watch.close();
  }
}
