package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ferry lanes}: words, exit codes and formats. */
final class LanesCommandTest {
  private static final String CONTRACT =
      """
      [importlinter]
      root_packages =
          core
          labs
      [importlinter:contract:a]
      name = Core keeps away
      type = forbidden
      source_modules = core
      forbidden_modules = labs
      """;

  @TempDir Path temporary = Path.of("");
  private CommandRun run = CommandRun.directory(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void sample() {
    run = CommandRun.sample(temporary.resolve("repository")).file(".importlinter", CONTRACT);
  }

  @Test
  void keptContractsEndWellAndBrokenOnesWithTen() {
    run.commit();
    CommandRun.Ended kept = run.ferry("lanes");
    assertThat(kept.exit()).as(kept.err()).isZero();
    assertThat(kept.out()).endsWith("Contracts: 1 kept, 0 broken.\n");

    CommandRun.Ended broken =
        run.file("core/use.py", "import os\nimport labs.bell\n").ferry("lanes");
    assertThat(broken.exit()).isEqualTo(10);
    assertThat(broken.out())
        .contains("core is not allowed to import labs:\n\n-   core.use -> labs.bell (l.2)\n")
        .contains("fix: cut core.use -> labs.bell (core/use.py:2)")
        .endsWith("Contracts: 0 kept, 1 broken.\n");
    assertThat(run.ferry("lanes", "HEAD").exit()).isZero();
    assertThat(run.commit().ferry("lanes", "--base", "HEAD").exit()).isZero();
  }

  @Test
  void formatsForPrograms() {
    run.file("core/use.py", "import labs.bell\n").commit();

    assertThat(run.ferry("lanes", "--json").out())
        .contains("\"schema\":\"ferry.lanes/v1\"", "\"broken\":1", "\"lines\":[1]");
    assertThat(run.ferry("lanes", "--format", "sarif").out())
        .contains("\"version\":\"2.1.0\"", "\"uri\":\"core/use.py\"", "\"startLine\":1");
    assertThat(run.ferry("lanes", "--format", "junit").out())
        .contains("tests=\"1\" failures=\"1\" errors=\"0\"", "core.use -&gt; labs.bell");
  }

  @Test
  void whatCannotBeJudgedEndsWithTwo() {
    run.file(
            "other.ini",
            "[importlinter]\nroot_package = .\n[importlinter:contract:a]\n"
                + "name = n\ntype = private_modules\n")
        .commit();

    CommandRun.Ended ended = run.ferry("lanes", "--config", "other.ini");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("the root package . does not exist", "core, labs");
    assertThat(ended.out()).endsWith("Contracts: 0 kept, 0 broken, 1 not judged.\n");
    assertThat(run.ferry("lanes", "--config", "nowhere.toml").exit()).isEqualTo(2);
  }
}
