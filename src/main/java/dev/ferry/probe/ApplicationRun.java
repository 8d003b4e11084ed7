package dev.ferry.probe;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult;
import dev.ferry.toolchain.OwnRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Starts the application in a slot, waits until it is ready, has it asked, and ends it. */
public final class ApplicationRun {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Duration TO_END = Duration.ofSeconds(15);
  private static final int FIRST_FAILURE = 400;

  private final Bench bench;
  private final ApplicationSettings settings;

  public ApplicationRun(Bench bench, ApplicationSettings settings) {
    this.bench = bench;
    this.settings = settings;
  }

  /**
   * What it answered, and how to ask again.
   *
   * @param targets path and query of each operation, by its name
   */
  public record Seen(ApplicationProbe.Result result, Map<String, String> targets) {
    public Seen {
      targets = Map.copyOf(targets);
    }

    static Seen nothing(Problem why) {
      return new Seen(new ApplicationProbe.Result.Unknown(why), Map.of());
    }
  }

  /**
   * A command that is to become an answering application.
   *
   * @param log gets its output
   */
  private record Starting(String command, Path log) {
    /** With what it said last, if anything. */
    Problem failed(Code code, String... how) {
      List<String> arguments = new ArrayList<>(List.of(command));
      arguments.addAll(List.of(how));
      LastWords.in(log).ifPresent(arguments::add);
      return Problem.of(code, arguments.toArray(String[]::new));
    }
  }

  /**
   * Asks the application as it is in a commit.
   *
   * @param more operations of another commit, that are asked as well
   */
  public Seen on(Revision revision, RunOrders orders, Map<String, String> more) {
    int port;
    try {
      port = Loopback.freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command =
        settings.command().stream()
            .map(word -> word.replace("{port}", String.valueOf(port)))
            .toList();
    var started = bench.start(revision, command, orders);
    if (started instanceof Bench.Started.Obstacle(Problem why)) {
      return Seen.nothing(why);
    }
    Optional<OwnRoutes> own = bench.routesOf(revision, settings.command(), orders);
    Supplier<ProgramResult> program = ((Bench.Started.Ready) started).run();
    CompletableFuture<ProgramResult> end = new CompletableFuture<>();
    Thread runner = Thread.ofPlatform().daemon().name("application").start(() -> run(program, end));
    try (Loopback loopback = new Loopback(port, settings.answer())) {
      return asked(loopback, end, new Starting(String.join(" ", command), orders.log()), own, more);
    } finally {
      stop(runner);
    }
  }

  private static void run(Supplier<ProgramResult> program, CompletableFuture<ProgramResult> end) {
    try {
      end.complete(program.get());
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  /** An interrupt ends the whole session of the program. */
  private static void stop(Thread runner) {
    runner.interrupt();
    try {
      runner.join(TO_END);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private Seen asked(
      Loopback loopback,
      CompletableFuture<ProgramResult> end,
      Starting starting,
      Optional<OwnRoutes> own,
      Map<String, String> more) {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (System.nanoTime() < deadline) {
      if (end.isDone()) {
        return Seen.nothing(starting.failed(Code.T048, shortly(end)));
      }
      Loopback.Answer answer = loopback.ask("GET", settings.ready());
      if (answer.failure().isEmpty() && answer.status() < FIRST_FAILURE && !end.isDone()) {
        return new ApplicationProbe(settings, loopback).ask(own, more);
      }
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return Seen.nothing(Problem.of(Code.T034, starting.command()));
      }
    }
    return Seen.nothing(
        starting.failed(
            Code.T049, settings.ready(), String.valueOf(settings.patience().toSeconds())));
  }

  private static String shortly(CompletableFuture<ProgramResult> end) {
    return switch (end.join()) {
      case ProgramResult.Ended ended -> "exit code " + ended.exitCode();
      case ProgramResult.TimedOut late -> "its time being up";
      case ProgramResult.Stopped stopped -> "a signal";
      case ProgramResult.NotStarted(var reason, String program, String detail) ->
          program + ": " + detail;
    };
  }
}
