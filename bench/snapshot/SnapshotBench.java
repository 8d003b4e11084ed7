import dev.ferry.facts.FactsCache;
import dev.ferry.facts.GraphDifference;
import dev.ferry.facts.MentionCache;
import dev.ferry.facts.Mentions;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.git.Git;
import dev.ferry.git.GitBlobs;
import dev.ferry.git.Repository;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.process.Programs;
import dev.ferry.python.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One measurement in a process of its own: reads a snapshot with its module graph, or searches the
 * documents, and says how long which part took. Started by {@code bench/snapshot/run}.
 */
public final class SnapshotBench {
  private static long last = System.nanoTime();

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Path caches = Path.of(arguments[1]);
    String what = arguments[2];
    Repository repository = Repository.open(new Git(new Programs(), System.getenv()), directory);
    ObjectId commit = repository.resolve("HEAD").orElseThrow();
    try (GitBlobs blobs = repository.blobs()) {
      SnapshotReader reader =
          new SnapshotReader(
              new Python(),
              blobs,
              Optional.of(new FactsCache(caches.resolve("facts"), Clock.systemUTC())));
      var listing = repository.tree(commit);
      lap("listing");
      Snapshot snapshot = reader.read(repository.treeOf(commit), listing);
      lap("facts");
      switch (what) {
        case "snapshot" -> {
          snapshot.graph();
          lap("graph");
        }
        case "mentions" -> mentions(snapshot, blobs, caches, arguments[3]);
        case "derive" -> derive(snapshot, arguments[3]);
        default -> throw new IllegalArgumentException(what);
      }
      peak();
    }
  }

  private static void mentions(Snapshot snapshot, GitBlobs blobs, Path caches, String source) {
    var search = new Mentions(Optional.of(new MentionCache(caches.resolve("mentions"))));
    Move move = new Move("moved", source, "elsewhere/" + source);
    for (int round = 0; round < 3; round++) {
      var found = search.find(snapshot, List.of(move), path -> !path.endsWith(".py"));
      lap("mentions(" + found.mentions().size() + ")");
    }
  }

  private static void derive(Snapshot snapshot, String source) {
    snapshot.graph();
    lap("graph");
    byte[] content = snapshot.content(source).orElseThrow();
    String destination = "elsewhere/" + source;
    long[] rounds = new long[200];
    for (int i = 0; i < rounds.length; i++) {
      long start = System.nanoTime();
      Snapshot after =
          snapshot.after(
              List.of(
                  new TreeChange.Delete(source),
                  new TreeChange.Write(destination, "100644", content)));
      GraphDifference.between(
          snapshot.graph(), after.graph(), path -> path.equals(destination) ? source : path);
      rounds[i] = System.nanoTime() - start;
    }
    System.out.printf("first derived=%.1f ", rounds[0] / 1e6);
    java.util.Arrays.sort(rounds);
    System.out.printf("median of 200 derived=%.1f ", rounds[100] / 1e6);
  }

  private static void lap(String name) {
    long now = System.nanoTime();
    System.out.printf("%s=%d ", name, Duration.ofNanos(now - last).toMillis());
    last = now;
  }

  private static void peak() throws Exception {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    Path status = Path.of("/proc/self/status");
    String peak =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .map(line -> line.replaceAll("\\D", ""))
                .orElse("0")
            : "0";
    System.out.printf("java-cpu=%d peak-MB=%d%n", cpu.toMillis(), Long.parseLong(peak) / 1024);
  }
}
