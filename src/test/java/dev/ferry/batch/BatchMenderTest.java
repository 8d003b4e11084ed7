package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchMenderTest {
  @Test
  void untidyRowsAreWrittenTidyAndRepetitionsRemovedAndAllOfItIsSaid() throws IOException {
    BatchMender.Mended mended =
        mend(
            "\uFEFFa.b\t./a//b.py\tcore/b.py\r\n\r\na.c\ta/c.py\tcore/c.py\r\n"
                + "a.b\ta/b.py\tcore/b.py");

    assertThat(text(mended)).isEqualTo("a.b\ta/b.py\tcore/b.py\na.c\ta/c.py\tcore/c.py\n");
    assertThat(mended.changes().shown())
        .containsExactly(
            Problem.at("b.tsv", 1, Code.B072),
            Problem.at(
                "b.tsv", 1, Code.B070, "a.b\t./a//b.py\tcore/b.py", "a.b\ta/b.py\tcore/b.py"),
            Problem.at("b.tsv", 4, Code.B071, "a.b\ta/b.py\tcore/b.py", "1"),
            Problem.at("b.tsv", 0, Code.B073, "3"),
            Problem.at("b.tsv", 0, Code.B074, "1"),
            Problem.at("b.tsv", 0, Code.B075));
  }

  @Test
  void aLineThatFerryCannotReadStaysByteForByte() throws IOException {
    byte[] latin1 = "a.b\ta/é.py\tcore/b.py\n# note\nx y\n".getBytes(StandardCharsets.ISO_8859_1);

    BatchMender.Mended mended =
        BatchMender.mend(new ByteArrayInputStream(latin1), "b.tsv").orElseThrow();

    assertThat(mended.text()).isEqualTo(latin1);
    assertThat(mended.hasChanged()).isFalse();
  }

  @Test
  void rowsThatConflictAreBothKept() throws IOException {
    String conflict = "m\ta.py\tcore/a.py\nm\tb.py\tcore/a.py\n";

    assertThat(text(mend(conflict))).isEqualTo(conflict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch_core.tsv", "batch_matriz.tsv", "batch_serve.tsv"})
  void theRealBatchesNeedNoMending(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Texts.LUKHAS.resolve(name));

    BatchMender.Mended mended =
        BatchMender.mend(new ByteArrayInputStream(bytes), name).orElseThrow();

    assertThat(mended.text()).isEqualTo(bytes);
    assertThat(mended.hasChanged()).isFalse();
  }

  @Test
  void mendingAgainChangesNothing() throws IOException {
    BatchMender.Mended once = mend("a.b \ta//b.py\tcore/b.py\n\n x \na.b\ta/b.py\tcore/b.py");

    BatchMender.Mended twice =
        BatchMender.mend(new ByteArrayInputStream(once.text()), "b.tsv").orElseThrow();

    assertThat(twice.text()).isEqualTo(once.text());
    assertThat(twice.hasChanged()).isFalse();
  }

  @Test
  void aTextThatIsNotReadToItsEndIsNotMended() throws IOException {
    String tooLong = "x".repeat(Limits.LINE_BYTES + 1) + "\n";

    assertThat(
            BatchMender.mend(
                new ByteArrayInputStream(tooLong.getBytes(StandardCharsets.UTF_8)), "b.tsv"))
        .isEmpty();
  }

  private static BatchMender.Mended mend(String text) throws IOException {
    return BatchMender.mend(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "b.tsv")
        .orElseThrow();
  }

  private static String text(BatchMender.Mended mended) {
    return new String(mended.text(), StandardCharsets.UTF_8);
  }
}
