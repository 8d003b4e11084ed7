package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoneFileTest {
  private static final String A = "m.a\tlabs/a.py\tcore/a.py";
  private static final String B = "m.b\tlabs/b.py\tcore//b.py";
  private static final String C = "m.c\tlabs/c.py\tcore/c.py";

  @TempDir Path folder;
  private Path file;
  private Path done;

  @BeforeEach
  void writeTheBatch() throws IOException {
    file = folder.resolve("batch_x.tsv");
    done = folder.resolve("batch_x.tsv.done");
    Files.writeString(file, A + "\n" + B + "\r\n" + C + "\n");
  }

  @Test
  void withoutAFileNothingIsDone() {
    BatchProgress progress = BatchProgress.of(batch(), read()::contains);

    assertThat(progress.total()).isEqualTo(3);
    assertThat(progress.done()).isZero();
    assertThat(progress.next()).contains("m.a");
  }

  @Test
  void rowsWhoseLinesStandInTheFileAreDone() throws IOException {
    Files.writeString(done, " " + A + " \n\n" + B + "\n");

    BatchProgress progress = BatchProgress.of(batch(), read()::contains);

    assertThat(progress.done()).isEqualTo(2);
    assertThat(progress.remaining()).isEqualTo(1);
    assertThat(progress.next()).contains("m.c");
  }

  @Test
  void aLineOfNoRowCountsForNothingAndIsTold() throws IOException {
    Files.writeString(done, "m.x\tlabs/x.py\tcore/x.py\nrubbish\n" + A + "\n");

    DoneFile read = read();

    assertThat(BatchProgress.of(batch(), read::contains).done()).isEqualTo(1);
    assertThat(read.findings().shown())
        .extracting(p -> p.code() + " " + p.line())
        .containsExactlyInAnyOrder("B050 1", "B050 2");
  }

  @Test
  void aRowIsAddedAsTheBatchHasItSoThatOtherScriptsFindIt() throws IOException {
    DoneFile keptUp = read();

    assertThat(keptUp.append(row(1))).isTrue();
    assertThat(keptUp.append(row(0))).isTrue();
    assertThat(keptUp.append(row(0))).isFalse();

    assertThat(Files.readString(done)).isEqualTo(B + "\n" + A + "\n");
    assertThat(keptUp.contains(row(0))).isTrue();
  }

  @Test
  void aTornLastLineIsEndedFirst() throws IOException {
    Files.writeString(done, A);

    read().append(row(2));

    assertThat(Files.readString(done)).isEqualTo(A + "\n" + C + "\n");
  }

  @Test
  void aBatchThatChangedMeanwhileGetsTheRowInItsTidyForm() throws IOException {
    DoneFile keptUp = read();
    BatchRow row = row(1);
    Files.writeString(file, "other\n");

    keptUp.append(row);

    assertThat(Files.readString(done)).isEqualTo(B.replace("//", "/") + "\n");
  }

  @Test
  void aFileThatIsNotKeptUpIsNotTouched() {
    assertThat(DoneFile.read(file, batch(), false).append(row(0))).isFalse();
    assertThat(done).doesNotExist();
  }

  @Test
  void aSymbolicLinkIsNotWrittenThrough() throws IOException {
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.createSymbolicLink(done, elsewhere);

    assertThatThrownBy(() -> read().append(row(0)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().get(0).code()).isEqualTo(Code.B051));
    assertThat(elsewhere).isEmptyFile();
  }

  @Test
  void severalWritersLoseNothing() throws Exception {
    List<String> rows =
        IntStream.range(0, 60)
            .mapToObj(i -> "m.r%d\tlabs/r%d.py\tcore/r%d.py".formatted(i, i, i))
            .toList();
    Files.writeString(file, String.join("\n", rows) + "\n");
    List<Process> writers =
        IntStream.range(0, 3).mapToObj(i -> start(i * 20, (i + 1) * 20)).toList();
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }

    assertThat(Files.readAllLines(done)).containsExactlyInAnyOrderElementsOf(rows);
  }

  private Process start(int from, int to) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Appends.class.getName(),
              file.toString(),
              Integer.toString(from),
              Integer.toString(to))
          .inheritIO()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Run as a program of its own. */
  static final class Appends {
    private Appends() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      Batch batch = BatchReader.read(file, "batch_x.tsv").batch();
      DoneFile done = DoneFile.read(file, batch, true);
      batch
          .rows()
          .subList(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
          .forEach(done::append);
    }
  }

  private DoneFile read() {
    return DoneFile.read(file, batch(), true);
  }

  private BatchRow row(int index) {
    return batch().rows().get(index);
  }

  private Batch batch() {
    return BatchReader.read(file, "batch_x.tsv").batch();
  }
}
