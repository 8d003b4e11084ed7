package dev.ferry.run;

import dev.ferry.batch.BatchMender;
import dev.ferry.batch.BatchMender.Mended;
import dev.ferry.batch.BatchesReading;
import dev.ferry.batch.Findings;
import dev.ferry.batch.SkipFile;
import dev.ferry.batch.TreeCheck;
import dev.ferry.batch.WholeFile;
import dev.ferry.facts.ModuleTable;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.plan.Binding;
import dev.ferry.plan.binding.AskedSets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every row of batches before anything runs: each by itself, against the others, against
 * the base's tree. The listing of that tree is enough; no source is read.
 */
public final class BatchCheck {
  private final Workbench workbench;
  private final Map<String, Path> files;

  /**
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   * @throws ProblemException where none are named and none are found
   */
  public BatchCheck(Workbench workbench, List<String> named) {
    this.workbench = workbench;
    this.files = workbench.batchFiles(named);
  }

  /** What was looked at, and what came of it. */
  public record Checked(int batches, long rows, Findings findings) {}

  /** Every problem of every row. */
  public Checked check() {
    BatchesReading reading = BatchesReading.of(files);
    long rows = reading.batches().stream().mapToLong(batch -> batch.rows().size()).sum();
    Findings findings =
        reading.findings().and(againstTheTree(reading)).and(together(reading.batches()));
    for (Batch batch : reading.batches()) {
      Path file = files.getOrDefault(batch.file(), Path.of(batch.file()));
      findings = findings.and(SkipFile.read(file, batch).findings());
    }
    return new Checked(reading.batches().size(), rows, findings);
  }

  private Findings together(List<Batch> batches) {
    AskedSets.Found asked = new UnitBindings(workbench).asked(batches);
    List<Problem> found = new ArrayList<>(asked.problems());
    for (Binding binding : asked.bindings()) {
      if (binding.reason() instanceof Binding.Reason.Asked(String file, int line)) {
        BatchRow first = binding.rows().getFirst();
        String modules =
            String.join(", ", binding.rows().stream().map(row -> row.move().module()).toList());
        found.add(
            Problem.at(
                first.batch(), first.line(), Code.R086, modules, Integer.toString(line), file));
      }
    }
    return Findings.of(found);
  }

  /** What is wrong with the base must not hide what is wrong with the rows. */
  private Findings againstTheTree(BatchesReading reading) {
    try {
      TreeListing tree = workbench.repository().tree(workbench.base().commit());
      ModuleTable modules = workbench.language().modules(tree, path -> contents(tree, path));
      return new TreeCheck(tree, new TreeNaming(modules)).check(reading.batches());
    } catch (ProblemException noBase) {
      return new Findings(noBase.problems(), noBase.problems().size(), 0, 0);
    }
  }

  private byte[] contents(TreeListing tree, String path) {
    return tree.find(path)
        .map(TreeEntry::id)
        .flatMap(blob -> workbench.blobs().read(blob))
        .orElse(new byte[0]);
  }

  /**
   * Writes each batch in its tidy form where it has another one.
   *
   * @return what was changed; a file that cannot be read is left to {@link #check}
   * @throws ProblemException where a file cannot be written
   */
  public Findings mend() {
    Findings changes = Findings.none();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Optional<Mended> mended = mended(file.getKey(), file.getValue());
      if (mended.isPresent() && mended.get().hasChanged()) {
        write(file.getKey(), file.getValue(), mended.get());
        changes = changes.and(mended.get().changes());
      }
    }
    return changes;
  }

  private static Optional<Mended> mended(String shown, Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return BatchMender.mend(in, shown);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static void write(String shown, Path file, Mended mended) {
    try {
      WholeFile.write(file, mended.text());
    } catch (IOException e) {
      throw new ProblemException(Problem.of(Code.R026, shown, String.valueOf(e.getMessage())));
    }
  }
}
