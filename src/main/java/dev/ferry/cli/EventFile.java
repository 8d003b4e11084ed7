package dev.ferry.cli;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Step;
import dev.ferry.model.Unit;
import dev.ferry.run.Progress;
import dev.ferry.view.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to a file as it happens, each event whole before the next begins. Safe for
 * several threads.
 */
final class EventFile implements AutoCloseable {
  private final @Nullable OutputStream out;
  private final EventJson json;
  private final Clock clock;

  private EventFile(@Nullable OutputStream out, EventJson json, Clock clock) {
    this.out = out;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param file made anew; null where nothing is to be written
   * @throws ProblemException where it cannot be written
   */
  static EventFile of(Context context, @Nullable Path file) {
    EventJson json = new EventJson(context.console().messages(), 0);
    try {
      OutputStream out =
          file == null ? null : Files.newOutputStream(context.surroundings().resolve(file));
      return new EventFile(out, json, Clock.systemUTC());
    } catch (IOException e) {
      throw new ProblemException(Problem.of(Code.U040, String.valueOf(file), String.valueOf(e)));
    }
  }

  /** A listener that writes what it hears, and passes it on. */
  Progress beside(Progress other) {
    return out == null ? other : new Writing(json, other);
  }

  private synchronized void write(Function<Instant, String> event) {
    try {
      if (out != null) {
        out.write(event.apply(clock.instant()).getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Writing implements Progress {
    private final EventJson events;
    private final Progress next;

    Writing(EventJson events, Progress next) {
      this.events = events;
      this.next = next;
    }

    @Override
    public Progress ofWorker(int number) {
      return new Writing(events.ofWorker(number), next.ofWorker(number));
    }

    @Override
    public void unitStarted(Unit unit, String branch) {
      write(at -> events.unitStarted(at, unit, branch));
      next.unitStarted(unit, branch);
    }

    @Override
    public void stepStarted(Unit unit, Step step) {
      write(at -> events.stepStarted(at, unit, step));
      next.stepStarted(unit, step);
    }

    @Override
    public void stepEnded(Unit unit, StepEnd end) {
      write(at -> events.stepEnded(at, unit, end));
      next.stepEnded(unit, end);
    }

    @Override
    public void gateStarted(Unit unit, String gate) {
      write(at -> events.gateStarted(at, unit, gate));
      next.gateStarted(unit, gate);
    }

    @Override
    public void gateEnded(Unit unit, GateResult result) {
      write(at -> events.gateEnded(at, unit, result));
      next.gateEnded(unit, result);
    }

    @Override
    public void handedOver(Unit unit, Problem note) {
      write(at -> events.handedOver(at, unit, note));
      next.handedOver(unit, note);
    }

    @Override
    public void ended(String module, Outcome outcome) {
      write(at -> events.ended(at, module, outcome));
      next.ended(module, outcome);
    }

    @Override
    public void told(Problem problem) {
      write(at -> events.told(at, problem));
      next.told(problem);
    }
  }
}
