package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.batch.BatchProgress;
import dev.ferry.batch.BatchesReading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusTextTest {
  @Test
  void theRealBatchesGiveTheThreeLinesOfTheSpecification() {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : List.of("batch_matriz.tsv", "batch_core.tsv", "batch_serve.tsv")) {
      files.put("/tmp/" + name, Path.of("src/test/resources/lukhas", name));
    }

    String lines =
        String.join(
            "\n",
            BatchesReading.of(files).batches().stream()
                .map(batch -> StatusText.line(BatchProgress.of(batch, row -> false)))
                .toList());

    assertThat(lines)
        .isEqualTo(
            """
            batch_matriz.tsv         | total: 36  done:  0  rem: 36  next:matriz.core.async_orchestrator
            batch_core.tsv           | total:106  done:  0  rem:106  next:labs.governance.guardian_system_integration
            batch_serve.tsv          | total:  2  done:  0  rem:  2  next:serve.reference_api.public_api_reference\
            """);
  }

  @Test
  void aFinishedAMissingAndAHostileBatchKeepTheFormat() {
    assertThat(StatusText.line(new BatchProgress("b.tsv", 1200, 1200, Optional.empty())))
        .isEqualTo("b.tsv                    | total:1200  done:1200  rem:  0  next:");
    assertThat(StatusText.missing("b.tsv")).isEqualTo("b.tsv                    | (missing)");
    assertThat(StatusText.line(new BatchProgress("\u001b[2J.tsv", 1, 0, Optional.of("m"))))
        .isEqualTo("\\x1b[2J.tsv              | total:  1  done:  0  rem:  1  next:m");
  }

  @Test
  void theJsonDocumentNamesItsVersion() {
    assertThat(
            StatusText.json(
                List.of(
                    new BatchProgress("a.tsv", 3, 1, Optional.of("m")),
                    new BatchProgress(
                        "b.tsv",
                        2,
                        2,
                        Optional.empty(),
                        new BatchProgress.LeftOut(2, List.of("n"))))))
        .isEqualTo(
            """
            {"schema":"ferry.status/v1","batches":[\
            {"name":"a.tsv","total":3,"done":1,"remaining":2,"next":"m",\
            "skipped":0,"held":[]},\
            {"name":"b.tsv","total":2,"done":2,"remaining":0,"next":null,\
            "skipped":2,"held":["n"]}],\
            "total":5,"done":3,"remaining":2}
            """);
  }
}
