package dev.ferry.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Starts programs and ends them: all that still run when ferry is interrupted or terminated are
 * ended before it goes. Safe for several threads.
 *
 * <p>Programs that may start others in the background belong into {@link Sessions}.
 */
public final class Programs implements AutoCloseable {
  /** Between the polite signal and the other one. */
  static final Duration GRACE = Duration.ofSeconds(2);

  /** Held for reading while a program is started, so that none is missed at the end. */
  private final ReadWriteLock starting = new ReentrantReadWriteLock();

  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private final Thread atShutdown = new Thread(this::endAll, "end-programs");
  private boolean stopping;

  public Programs() {
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /** Runs a program to its end. An interrupt of the calling thread ends it. */
  public ProgramResult run(ProgramRequest request) {
    return run(request, List.of(), DirectEnding::new);
  }

  /**
   * Starts a program to talk with; its time limit does not count.
   *
   * @throws ProgramNotStartedException where there is no such program
   */
  public Conversation converse(ProgramRequest request) {
    starting.readLock().lock();
    try {
      return switch (stopping ? refusal(request) : Launch.conversation(request)) {
        case Launch.Refused(var why) -> throw new ProgramNotStartedException(why);
        case Launch.Started(var process) -> {
          Runnable ending = new DirectEnding(process)::now;
          endings.add(ending);
          yield new Conversation(process, () -> endings.remove(ending));
        }
      };
    } finally {
      starting.readLock().unlock();
    }
  }

  /** Starts a program, has it ended at shutdown, and waits for it. */
  ProgramResult run(
      ProgramRequest request, List<String> prefix, Function<Process, Execution.Ending> endingOf) {
    Begun begun = begin(request, prefix, endingOf);
    return switch (begun) {
      case Begun.Not(var why) -> why;
      case Begun.Running(var execution, var ending) -> {
        try {
          yield execution.await();
        } finally {
          endings.remove(ending);
        }
      }
    };
  }

  private sealed interface Begun {
    record Running(Execution execution, Runnable ending) implements Begun {}

    record Not(ProgramResult.NotStarted why) implements Begun {}
  }

  private Begun begin(
      ProgramRequest request, List<String> prefix, Function<Process, Execution.Ending> endingOf) {
    starting.readLock().lock();
    try {
      OutputSink sink = Execution.sinkFor(request);
      return switch (stopping ? refusal(request) : Launch.of(request, prefix)) {
        case Launch.Refused(var why) -> new Begun.Not(why);
        case Launch.Started(var process) -> {
          Execution execution = Execution.begin(process, request, endingOf.apply(process), sink);
          Runnable ending = execution::stop;
          endings.add(ending);
          yield new Begun.Running(execution, ending);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      starting.readLock().unlock();
    }
  }

  private static Launch refusal(ProgramRequest request) {
    return new Launch.Refused(
        new ProgramResult.NotStarted(
            ProgramResult.Reason.REFUSED, request.argv().getFirst(), "ferry is being stopped"));
  }

  /** Ends everything that runs, and lets nothing more start. */
  private void endAll() {
    starting.writeLock().lock();
    stopping = true;
    starting.writeLock().unlock();
    List<Thread> enders =
        endings.stream().map(ending -> Thread.ofPlatform().start(ending)).toList();
    for (Thread ender : enders) {
      try {
        ender.join();
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Ends everything that still runs. */
  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      // then the hook does the same again, on nothing
    }
  }

  /** Ends one process and its descendants, as far as they are still its descendants. */
  private record DirectEnding(Process process) implements Execution.Ending {
    @Override
    public void now() {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      boolean interrupted = Thread.interrupted();
      try {
        if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException hurry) {
        interrupted = true;
        process.destroyForcibly();
      }
      children.forEach(ProcessHandle::destroyForcibly);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public List<String> afterwards() {
      return List.of();
    }
  }
}
