package dev.ferry.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A running program that is spoken to. For one thread at a time on each of its two ends. */
public final class Conversation implements AutoCloseable {
  private static final long KEPT_ERRORS = 64 << 10;

  private final Process process;
  private final Runnable atEnd;
  private final OutputSink.Memory errors = new OutputSink.Memory(KEPT_ERRORS);

  Conversation(Process process, Runnable atEnd) {
    this.process = process;
    this.atEnd = atEnd;
    Thread pump =
        new Thread(() -> Execution.drain(process.getErrorStream(), errors), "program-errors");
    pump.setDaemon(true);
    pump.start();
  }

  /** What the program reads. Not buffered beyond the JDK's own 8 KB: flush what has to arrive. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** What the program writes. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** What it has written to standard error so far, its first 64 KB. */
  public String errors() {
    return new String(errors.kept(), StandardCharsets.UTF_8).strip();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Closes the program's input, waits for its end for a moment, then ends it. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    // by a thread of its own: it blocks while somebody writes what the program does not read
    Thread.ofVirtual().start(this::closeInput);
    try {
      if (!process.waitFor(Programs.GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      interrupted = true;
      process.destroyForcibly();
    } finally {
      atEnd.run();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the program at once, so that nobody waits for it any more; still to be closed. */
  public void abort() {
    process.destroyForcibly();
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // a program that has ended reads nothing any more
    }
  }
}
