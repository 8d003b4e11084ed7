package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Scans blobs on all cores while more of them arrive. Contents wait in bundles, and only so many at
 * a time: git delivers faster than a slow machine scans. What was found is handed over in the order
 * in which the contents came, by the thread that brings them.
 *
 * @param <F> what a scan finds
 */
final class ParallelScan<F> implements AutoCloseable {
  private static final int BUNDLE_BYTES = 256 << 10;
  private static final int MOST_WAITING = 32;

  private record Blob(ObjectId id, byte[] content) {}

  private record Scanned<F>(ObjectId id, F found) {}

  private final BiFunction<ObjectId, byte[], F> work;
  private final BiConsumer<ObjectId, F> taker;
  private final ExecutorService workers;
  private final Deque<Future<List<Scanned<F>>>> running = new ArrayDeque<>();
  private List<Blob> bundle = new ArrayList<>();
  private int bundleBytes;

  /**
   * @param work done for each content, by several threads at once
   * @param taker of what was found, called by one thread
   */
  ParallelScan(BiFunction<ObjectId, byte[], F> work, BiConsumer<ObjectId, F> taker) {
    this.work = work;
    this.taker = taker;
    this.workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("scan-", 0).daemon().factory());
  }

  /** Takes one content; waits while too many are waiting. For one thread. */
  void add(ObjectId blob, byte[] content) {
    bundle.add(new Blob(blob, content));
    bundleBytes += content.length;
    if (bundleBytes >= BUNDLE_BYTES) {
      submit();
    }
  }

  private void submit() {
    List<Blob> ready = bundle;
    bundle = new ArrayList<>();
    bundleBytes = 0;
    running.add(workers.submit(() -> scanned(ready)));
    while (running.size() > MOST_WAITING || !running.isEmpty() && running.getFirst().isDone()) {
      handOver();
    }
  }

  private List<Scanned<F>> scanned(List<Blob> blobs) {
    List<Scanned<F>> found = new ArrayList<>(blobs.size());
    for (Blob blob : blobs) {
      found.add(new Scanned<>(blob.id, work.apply(blob.id, blob.content)));
    }
    return found;
  }

  private void handOver() {
    try {
      running.removeFirst().get().forEach(scanned -> taker.accept(scanned.id, scanned.found));
    } catch (ExecutionException e) {
      workers.shutdownNow();
      throw new IllegalStateException("scanning failed", e.getCause());
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scanning", e);
    }
  }

  /** Waits until everything is scanned. */
  @Override
  public void close() {
    submit();
    workers.shutdown();
    while (!running.isEmpty()) {
      handOver();
    }
  }
}
