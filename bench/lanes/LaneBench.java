import dev.ferry.facts.FactsCache;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.git.Git;
import dev.ferry.git.GitBlobs;
import dev.ferry.git.Repository;
import dev.ferry.lanes.LaneConfiguration;
import dev.ferry.lanes.LaneConfigurationReader;
import dev.ferry.lanes.LaneGuard;
import dev.ferry.lanes.LaneReport;
import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.process.Programs;
import dev.ferry.python.Python;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lane guard as a gate of a run has it: the tree is known, one file changes, the contracts are
 * judged against the tree before. Each time another file gets an import; prints the median.
 */
public final class LaneBench {
  private static final int FILES = 200;

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    byte[] contracts = Files.readAllBytes(Path.of(arguments[1]));
    Repository repository = Repository.open(new Git(new Programs(), System.getenv()), directory);
    ObjectId commit = repository.resolve("HEAD").orElseThrow();
    FactsCache cache =
        new FactsCache(repository.ferryDirectory().resolve("facts"), Clock.systemUTC());
    try (GitBlobs blobs = repository.blobs()) {
      Snapshot base =
          new SnapshotReader(new Python(), blobs, Optional.of(cache))
              .read(repository.treeOf(commit), repository.tree(commit));
      LaneConfiguration configuration =
          LaneConfigurationReader.read("contracts.ini", Optional.of(contracts))
              .configuration()
              .orElseThrow();
      LaneGuard before = LaneGuard.of(base, configuration, false);
      System.out.println("base: " + said(before.report()));
      List<String> files =
          base.sources().stream()
              .filter(path -> path.startsWith(arguments[2]))
              .limit(FILES)
              .toList();
      long[] times = new long[files.size()];
      for (int i = 0; i < times.length; i++) {
        byte[] changed =
            (text(base, files.get(i)) + "\nimport labs\n").getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Snapshot after = base.after(List.of(new TreeChange.Write(files.get(i), "100644", changed)));
        LaneReport report = LaneGuard.of(after, configuration, false).reportSince(before, Map.of());
        times[i] = System.nanoTime() - start;
        if (i == 0) {
          System.out.println(files.get(i) + " changed: " + said(report));
          System.out.printf("the first time  %.1f ms%n", times[0] / 1e6);
        }
      }
      Arrays.sort(times);
      System.out.printf("median of %d    %.1f ms%n", times.length, times[times.length / 2] / 1e6);
    }
  }

  private static String text(Snapshot base, String path) {
    return new String(base.content(path).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static String said(LaneReport report) {
    return report.results().size() + " contracts, " + report.broken() + " broken";
  }
}
