package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/**
 * Scans blobs on all cores while more of them arrive. Contents wait in bundles, and only so many at
 * a time: git delivers faster than a slow machine scans.
 */
final class ParallelScan implements AutoCloseable {
  private static final int BUNDLE_BYTES = 256 << 10;
  private static final int MOST_WAITING = 64;

  private record Blob(ObjectId id, byte[] content) {}

  private final BiConsumer<ObjectId, byte[]> work;
  private final ExecutorService workers;
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final List<Future<?>> running = new ArrayList<>();
  private List<Blob> bundle = new ArrayList<>();
  private int bundleBytes;

  /**
   * @param work done for each content, by several threads at once
   */
  ParallelScan(BiConsumer<ObjectId, byte[]> work) {
    this.work = work;
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
    places.acquireUninterruptibly();
    running.add(
        workers.submit(
            () -> {
              try {
                ready.forEach(blob -> work.accept(blob.id(), blob.content()));
              } finally {
                places.release();
              }
            }));
  }

  /** Waits until everything is scanned. */
  @Override
  public void close() {
    submit();
    workers.shutdown();
    try {
      for (Future<?> scan : running) {
        scan.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("scanning failed", e.getCause());
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scanning", e);
    }
  }
}
