package dev.ferry.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One started program, from its start to its result: feeds it, drains it, waits for it, and sees
 * that it and its children are gone.
 */
final class Execution {
  /**
   * How long output is still waited for once the program is gone: a background child may hold the
   * pipe open for ever (the persistent connections of ssh do).
   */
  private static final Duration DRAIN = Duration.ofSeconds(4);

  private final Process process;
  private final ProgramRequest request;
  private final Ending ending;
  private final OutputSink stdout;
  private final OutputSink.@Nullable Memory stderr;
  private final List<Thread> pumps = new ArrayList<>();
  private final long startedAt = System.nanoTime();
  private volatile boolean stopped;

  /** How a program and what belongs to it is ended. */
  interface Ending {
    /** Ends what still runs. */
    void now();

    /** Called once the program has ended by itself; gives the names of what it left running. */
    List<String> afterwards();
  }

  private Execution(Process process, ProgramRequest request, Ending ending, OutputSink stdout) {
    this.process = process;
    this.request = request;
    this.ending = ending;
    this.stdout = stdout;
    this.stderr =
        switch (request.output()) {
          case OutputTarget.Memory memory -> new OutputSink.Memory(memory.limit());
          case OutputTarget.Log log -> null;
        };
  }

  /** The sink that {@code request} asks for. */
  static OutputSink sinkFor(ProgramRequest request) throws IOException {
    return switch (request.output()) {
      case OutputTarget.Memory memory -> new OutputSink.Memory(memory.limit());
      case OutputTarget.Log log -> new OutputSink.Log(log.file(), log.limit());
    };
  }

  static Execution begin(
      Process process, ProgramRequest request, Ending ending, OutputSink stdout) {
    Execution execution = new Execution(process, request, ending, stdout);
    execution.pump(process.getInputStream(), stdout);
    if (execution.stderr != null) {
      execution.pump(process.getErrorStream(), execution.stderr);
    }
    execution.feed();
    return execution;
  }

  /** Waits for the end. An interrupt ends the program and leaves the thread interrupted. */
  ProgramResult await() {
    boolean ended;
    try {
      ended = process.waitFor(request.timeLimit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      stop();
      Output output = collect();
      Thread.currentThread().interrupt();
      return new ProgramResult.Stopped(output, took());
    }
    if (!ended) {
      Duration took = took();
      ending.now();
      return stopped
          ? new ProgramResult.Stopped(collect(), took)
          : new ProgramResult.TimedOut(collect(), took);
    }
    Duration took = took();
    List<String> leftBehind = ending.afterwards();
    Output output = collect();
    return stopped
        ? new ProgramResult.Stopped(output, took)
        : new ProgramResult.Ended(process.exitValue(), output, took, leftBehind);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the program; {@link #await} then says that it was stopped. */
  void stop() {
    stopped = true;
    ending.now();
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  private Output collect() {
    long deadline = System.nanoTime() + DRAIN.toNanos();
    boolean interrupted = false;
    for (Thread pump : pumps) {
      try {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        pump.join(left);
      } catch (InterruptedException stop) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (pumps.stream().anyMatch(Thread::isAlive)) {
      // some of it may still be on its way: nobody must take this for the whole
      stdout.markTruncated();
    }
    try {
      stdout.close();
    } catch (IOException diskFull) {
      stdout.markTruncated();
    }
    byte[] out = stdout instanceof OutputSink.Memory memory ? memory.kept() : new byte[0];
    byte[] err = stderr == null ? new byte[0] : stderr.kept();
    boolean truncated = stdout.truncated() || (stderr != null && stderr.truncated());
    return new Output(out, err, truncated);
  }

  private void pump(InputStream from, OutputSink into) {
    Thread pump = new Thread(() -> drain(from, into), "program-output");
    pump.setDaemon(true);
    pump.start();
    pumps.add(pump);
  }

  static void drain(InputStream from, OutputSink into) {
    byte[] buffer = new byte[1 << 16];
    try (from) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        try {
          into.take(buffer, n);
        } catch (IOException diskFull) {
          // the program must not block because its log cannot be written
          into.markTruncated();
        }
      }
    } catch (IOException closed) {
      // the program was ended: what came until then is kept
    }
  }

  private void feed() {
    byte[] input = request.input();
    if (input == null) {
      return;
    }
    Thread feeder =
        new Thread(
            () -> {
              try (OutputStream to = process.getOutputStream()) {
                to.write(input);
              } catch (IOException notRead) {
                // a program may end before it has read everything: its exit code tells
              }
            },
            "program-input");
    feeder.setDaemon(true);
    feeder.start();
  }
}
