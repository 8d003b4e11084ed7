package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchReaderTest {
  @Test
  void theRealBatchesAreReadWithoutAWord() {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : List.of("batch_matriz.tsv", "batch_core.tsv", "batch_serve.tsv")) {
      files.put(name, Texts.LUKHAS.resolve(name));
    }

    BatchesReading reading = BatchesReading.of(files);

    assertThat(reading.findings().shown()).isEmpty();
    assertThat(reading.batches())
        .extracting(batch -> batch.rows().size())
        .containsExactly(36, 106, 2);
    assertThat(reading.batches().get(1).rows().get(0))
        .isEqualTo(
            new BatchRow(
                "batch_core.tsv",
                1,
                new Move(
                    "labs.governance.guardian_system_integration",
                    "labs/governance/guardian_system_integration.py",
                    "core/governance/guardian_system_integration.py")));
  }

  @Test
  void sourceAndDestinationMayBeOneAndThenShareTheirText() {
    Move move = Texts.read("a.b\ta/b.py\ta/b.py\n").batch().rows().get(0).move();

    assertThat(move.isInPlace()).isTrue();
    assertThat(move.destination()).isSameAs(move.source());
  }

  @Test
  void untidyPathsAreReadTidilyAndTold() {
    BatchReading reading = Texts.read("a.b\t./a//b.py\tcore//x/./b.py \na.p\ta/p/\tcore/p/\n");

    assertThat(reading.isWhole()).isTrue();
    assertThat(reading.batch().rows())
        .extracting(BatchRow::move)
        .containsExactly(
            new Move("a.b", "a/b.py", "core/x/b.py"), new Move("a.p", "a/p", "core/p"));
    assertThat(reading.findings().warnings()).isEqualTo(4);
    assertThat(reading.findings().shown().get(0))
        .isEqualTo(Problem.at("b.tsv", 1, Code.B019, "source", "./a//b.py", "a/b.py"));
  }

  @Test
  void lineEndsOfWindowsAByteOrderMarkAndBlankLinesAreToleratedAndTold() {
    BatchReading reading =
        Texts.read("\uFEFFa.b\ta/b.py\tcore/b.py\r\n\r\n  \r\na.c\ta/c.py\tcore/c.py");

    assertThat(reading.batch().rows())
        .containsExactly(
            new BatchRow("b.tsv", 1, new Move("a.b", "a/b.py", "core/b.py")),
            new BatchRow("b.tsv", 4, new Move("a.c", "a/c.py", "core/c.py")));
    assertThat(reading.findings().shown())
        .containsExactlyInAnyOrder(
            Problem.at("b.tsv", 1, Code.B030),
            Problem.at("b.tsv", 0, Code.B031, "3"),
            Problem.at("b.tsv", 2, Code.B032, "2"));
  }

  @Test
  void everyProblemOfEveryRowIsToldAtOnce() {
    BatchReading reading =
        Texts.read(
            "a.b\t/a/../.git/b.py\tcore\\b.py\nonly one\na.c\ta/c.py\tcore/c.py\n\tx\t\tz\n");

    assertThat(reading.batch().rows()).hasSize(1);
    assertThat(reading.findings().shown())
        .extracting(p -> p.line() + " " + p.code())
        .containsExactly("1 B014", "1 B015", "1 B016", "1 B017", "2 B010", "4 B010");
  }

  @Test
  void aRowWithSpacesInPlaceOfTabsIsRecognised() {
    assertThat(Texts.read("a.b a/b.py   core/b.py\n").findings().shown())
        .containsExactly(Problem.at("b.tsv", 1, Code.B010, "1", "a.b<TAB>a/b.py<TAB>core/b.py"));
  }

  @Test
  void aByteThatIsNotUtf8IsNamedWithItsPlace() {
    byte[] bytes =
        "a.b\ta/b.py\tcore/b.py\na.c\ta/é.py\tcore/c.py\n".getBytes(StandardCharsets.ISO_8859_1);

    BatchReading reading = Texts.read(bytes);

    assertThat(reading.batch().rows()).hasSize(1);
    assertThat(reading.findings().shown())
        .containsExactly(new Problem(Code.B005, "b.tsv", 2, 7, List.of("0xE9")));
  }

  @Test
  void aFileInUtf16IsCalledThat() {
    assertThat(
            Texts.codes(
                Texts.read("\uFEFFa.b\tx\ty\n".getBytes(StandardCharsets.UTF_16LE)).findings()))
        .containsExactly(Code.B006);
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertThat(Texts.codes(Texts.read("").findings())).containsExactly(Code.B007);
    assertThat(Texts.codes(Texts.read("\n\n").findings())).containsExactly(Code.B032, Code.B007);
  }

  @Test
  void aMissingFileAndAFolderAreFindings(@TempDir Path folder) {
    assertThat(Texts.codes(BatchReader.read(folder.resolve("none.tsv"), "none.tsv").findings()))
        .containsExactly(Code.B001);
    assertThat(Texts.codes(BatchReader.read(folder, "folder").findings()))
        .containsExactly(Code.B002);
  }

  @Test
  void aLineLongerThanAnyRowIsLeftOutAndReadingGoesOn() {
    String text = "x".repeat(Limits.LINE_BYTES + 1) + "\na.c\ta/c.py\tcore/c.py\n";

    BatchReading reading = Texts.read(text);

    assertThat(reading.batch().rows()).hasSize(1);
    assertThat(reading.findings().shown())
        .containsExactly(Problem.at("b.tsv", 1, Code.B009, "16384"));
  }

  @Test
  void ofVeryManyProblemsTheFirstAreShownAndAllAreCounted() {
    Findings findings = Texts.read("no row\n".repeat(10_000)).findings();

    assertThat(findings.errors()).isEqualTo(10_000);
    assertThat(findings.shown()).hasSize(Findings.KEPT_OF_EACH_SEVERITY);
    assertThat(findings.omitted()).isEqualTo(10_000 - Findings.KEPT_OF_EACH_SEVERITY);
  }
}
