package dev.ferry.cli;

import dev.ferry.model.Problem;
import dev.ferry.view.Console;
import dev.ferry.view.LiveLines;
import dev.ferry.view.Palette;
import dev.ferry.view.StepText;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where a run speaks: whole lines on standard error and, on a terminal, below them what is under
 * way and since when. Safe for several threads.
 */
final class RunScreen implements AutoCloseable {
  private static final int USUAL_WIDTH = 80;
  private static final long TICK_SECONDS = 1;

  private final Console console;
  private final boolean silent;
  private final Optional<LiveLines> live;
  private final Map<Integer, UnderWay> underWay = new HashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("elapsed-time").factory());

  private record UnderWay(String text, long since) {}

  RunScreen(Context context) {
    GlobalOptions options = context.options();
    Surroundings surroundings = context.surroundings();
    this.console = context.console();
    this.silent = options.progress() == GlobalOptions.Progress.NONE;
    int width = surroundings.terminal().width();
    this.live =
        isLive(options, surroundings)
            ? Optional.of(
                new LiveLines(
                    surroundings.err(), width == 0 ? USUAL_WIDTH : width, console.errPalette()))
            : Optional.empty();
    if (live.isPresent()) {
      var unused =
          ticker.scheduleAtFixedRate(this::elapsed, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static boolean isLive(GlobalOptions options, Surroundings surroundings) {
    return !options.quiet()
        && switch (options.progress()) {
          case TTY -> true;
          case PLAIN, NONE -> false;
          case AUTO ->
              surroundings.terminal().err()
                  && Palette.allowsControlCodes(surroundings.environment());
        };
  }

  Console console() {
    return console;
  }

  /** Whether what is under way can be seen without being told. */
  boolean isLive() {
    return live.isPresent();
  }

  synchronized void say(String line) {
    if (!silent) {
      above(() -> console.narrate(line));
    }
  }

  synchronized void told(Problem problem) {
    above(() -> console.tell(List.of(problem)));
  }

  private void above(Runnable printing) {
    live.ifPresentOrElse(lines -> lines.above(printing), printing);
  }

  /** Something begins in a place, and what was under way there is over. */
  synchronized void underWay(int place, String text) {
    if (live.isPresent()) {
      underWay.put(place, new UnderWay(text, System.nanoTime()));
      live.get().show(place, text + " …");
    }
  }

  /** Nothing is under way in a place. */
  synchronized void idle(int place) {
    underWay.remove(place);
    live.ifPresent(lines -> lines.remove(place));
  }

  private synchronized void elapsed() {
    long now = System.nanoTime();
    underWay.forEach(
        (place, what) -> {
          Duration since = Duration.ofNanos(now - what.since());
          if (since.toSeconds() >= 1) {
            live.ifPresent(lines -> lines.show(place, what.text() + " … " + StepText.whole(since)));
          }
        });
  }

  /** Leaves no half line behind. */
  @Override
  public synchronized void close() {
    ticker.shutdown();
    underWay.clear();
    live.ifPresent(LiveLines::clear);
  }
}
