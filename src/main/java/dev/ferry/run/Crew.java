package dev.ferry.run;

import dev.ferry.plan.safety.Dispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Works units on several threads at the same time, never two that could disturb each other: the
 * dispatcher says which one may begin. To be used once.
 */
final class Crew {
  private final Dispatcher dispatcher;
  private final UnitWork work;
  private final BiPredicate<String, UnitEnd> goesOn;
  private int working;
  private boolean stopped;
  private @Nullable Throwable fault;

  /**
   * @param goesOn hears of each unit that ended, one at a time, and says whether others may begin
   */
  Crew(Dispatcher dispatcher, UnitWork work, BiPredicate<String, UnitEnd> goesOn) {
    this.dispatcher = dispatcher;
    this.work = work;
    this.goesOn = goesOn;
  }

  /**
   * Returns when nothing runs any more and nothing more may begin. What went wrong in a worker is
   * thrown here, after the others have ended what they were at.
   */
  void work(List<UnitWorker> workers) {
    List<Thread> threads = new ArrayList<>();
    for (UnitWorker worker : workers) {
      int number = threads.size() + 1;
      threads.add(Thread.ofPlatform().name("worker-" + number).start(() -> work(worker)));
    }
    for (Thread thread : threads) {
      joined(thread);
    }
    rethrow();
  }

  private void joined(Thread thread) {
    while (true) {
      try {
        thread.join();
        return;
      } catch (InterruptedException stop) {
        stop(stop);
      }
    }
  }

  private synchronized void stop(Throwable why) {
    stopped = true;
    if (fault == null) {
      fault = why;
    }
    notifyAll();
  }

  private synchronized void rethrow() {
    switch (fault) {
      case null -> {
        // all went well
      }
      case RuntimeException known -> throw known;
      case Error known -> throw known;
      case InterruptedException _ -> {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted");
      }
      default -> throw new IllegalStateException(fault);
    }
  }

  private void work(UnitWorker worker) {
    for (Optional<String> unit = begin(); unit.isPresent(); unit = begin()) {
      try {
        UnitEnd end = work.work(unit.get(), worker);
        ended(unit.get(), end, worker);
      } catch (RuntimeException | Error thrown) {
        leave(thrown);
        return;
      }
    }
  }

  /** Waits for a unit that may begin; nothing where none ever will. */
  private synchronized Optional<String> begin() {
    while (!stopped) {
      Optional<String> unit = dispatcher.next();
      if (unit.isPresent()) {
        working++;
        return unit;
      }
      if (working == 0) {
        break;
      }
      try {
        wait();
      } catch (InterruptedException stop) {
        stop(stop);
      }
    }
    notifyAll();
    return Optional.empty();
  }

  private synchronized void ended(String unit, UnitEnd end, UnitWorker worker) {
    dispatcher.ended(unit, end.isPublished());
    working--;
    stopped |= !goesOn.test(unit, end);
    for (Dispatcher.Unreachable above : dispatcher.unreachable()) {
      // what stands on a unit that was not published is not worked, only told
      stopped |= !goesOn.test(above.id(), work.work(above.id(), worker));
    }
    notifyAll();
  }

  private synchronized void leave(Throwable thrown) {
    working--;
    stop(thrown);
  }
}
