package dev.ferry.run;

import dev.ferry.batch.BatchProgress;
import dev.ferry.batch.BatchesReading;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far batches are.
 *
 * @param missing names of batch files that are not there
 * @param problems errors of the batch files; warnings are {@code ferry check}'s
 * @param held why rows that remain are left out by runs
 */
public record Board(
    List<BatchProgress> batches, List<String> missing, List<Problem> problems, List<Problem> held) {
  public Board {
    batches = List.copyOf(batches);
    missing = List.copyOf(missing);
    problems = List.copyOf(problems);
    held = List.copyOf(held);
  }

  /**
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   */
  public static Board of(Workbench workbench, List<String> named) {
    Map<String, Path> there = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    workbench
        .batchFiles(named)
        .forEach(
            (name, file) -> {
              if (Files.exists(file)) {
                there.put(name, file);
              } else {
                missing.add(String.valueOf(file.getFileName()));
              }
            });
    BatchesReading reading = BatchesReading.of(there);
    List<Problem> errors =
        reading.findings().shown().stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .toList();
    List<OpenBatch> open = new OpenBatches(workbench).open(reading, there);
    return new Board(
        open.stream().map(OpenBatch::progress).toList(),
        missing,
        errors,
        open.stream().flatMap(batch -> batch.whyHeld().stream()).toList());
  }
}
