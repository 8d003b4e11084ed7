package dev.ferry.process;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a stream of any length and keeps a bounded part. Used by one thread at a time. */
abstract sealed class OutputSink implements Closeable {
  private boolean truncated;

  abstract void take(byte[] bytes, int length) throws IOException;

  @Override
  public void close() throws IOException {}

  final boolean truncated() {
    return truncated;
  }

  final void markTruncated() {
    truncated = true;
  }

  /** Keeps the first bytes in memory. */
  static final class Memory extends OutputSink {
    private final long limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Memory(long limit) {
      this.limit = limit;
    }

    @Override
    synchronized void take(byte[] bytes, int length) {
      int room = (int) Math.min(length, limit - kept.size());
      kept.write(bytes, 0, room);
      if (room < length) {
        markTruncated();
      }
    }

    synchronized byte[] kept() {
      return kept.toByteArray();
    }
  }

  /** Writes the first half as it comes, and keeps the last half in a ring until the end. */
  static final class Log extends OutputSink {
    private final OutputStream file;
    private final byte[] ring;
    private long roomForHead;
    private long ringTaken;

    Log(Path path, long limit) throws IOException {
      file = Files.newOutputStream(path);
      int tail = (int) Math.min(limit / 2, 8 << 20);
      ring = new byte[tail];
      roomForHead = limit - tail;
    }

    @Override
    synchronized void take(byte[] bytes, int length) throws IOException {
      int head = (int) Math.min(length, roomForHead);
      if (head > 0) {
        file.write(bytes, 0, head);
        roomForHead -= head;
      }
      for (int i = head; i < length && ring.length > 0; i++) {
        ring[(int) (ringTaken++ % ring.length)] = bytes[i];
      }
      if (ring.length == 0 && head < length) {
        markTruncated();
      }
    }

    @Override
    public synchronized void close() throws IOException {
      try (file) {
        if (ringTaken > ring.length) {
          markTruncated();
          String note = "\n[... " + (ringTaken - ring.length) + " bytes left out ...]\n";
          file.write(note.getBytes(StandardCharsets.UTF_8));
          int oldest = (int) (ringTaken % ring.length);
          file.write(ring, oldest, ring.length - oldest);
          file.write(ring, 0, oldest);
        } else {
          file.write(ring, 0, (int) ringTaken);
        }
        ringTaken = 0;
      }
    }
  }
}
