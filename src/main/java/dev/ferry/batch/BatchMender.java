package dev.ferry.batch;

import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Mends what has one right form: untidy paths, a row that stands there twice, byte order mark, line
 * ends, blank lines. A line that ferry cannot read stays byte for byte: no row is ever lost in
 * silence. Mending a mended text changes nothing.
 */
public final class BatchMender {
  private final String file;
  private final Findings.Collector changes = new Findings.Collector();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<Move, Integer> lineOf = new HashMap<>();
  private int carriageReturns;
  private int blankLines;

  private BatchMender(String file) {
    this.file = file;
  }

  /**
   * A batch after mending.
   *
   * @param changes one note for each change, in file order, then what concerns the whole file
   */
  public record Mended(byte[] text, Findings changes) {
    public boolean hasChanged() {
      return changes.notes() > 0;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mended mended
          && Arrays.equals(text, mended.text)
          && changes.equals(mended.changes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(text);
    }
  }

  /**
   * Mends a text; leaves the stream open.
   *
   * @param shown how the user named the file
   * @return nothing where the text is larger than ferry reads, so that nothing can be cut off
   */
  @SuppressWarnings("resource") // the stream is the caller's
  public static Optional<Mended> mend(InputStream in, String shown) throws IOException {
    BatchMender mender = new BatchMender(shown);
    LineSource lines = new LineSource(in);
    boolean terminated = true;
    for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.tooLong()) {
        return Optional.empty();
      }
      mender.take(line);
      terminated = line.terminated();
    }
    if (lines.tooLarge()) {
      return Optional.empty();
    }
    mender.tellOfTheWhole(terminated);
    return Optional.of(new Mended(mender.out.toByteArray(), mender.changes.findings()));
  }

  private void take(LineSource.Line line) {
    byte[] bytes = line.bytes();
    if (line.number() == 1 && BatchReader.startsWithByteOrderMark(bytes)) {
      bytes = Arrays.copyOfRange(bytes, 3, bytes.length);
      changes.add(Problem.at(file, 1, Code.B072));
    }
    carriageReturns += line.carriageReturn() ? 1 : 0;
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      blankLines++;
      return;
    }
    boolean isUtf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    Optional<Move> move =
        isUtf8 ? RowGrammar.read(text, file, line.number(), problem -> {}) : Optional.empty();
    if (move.isEmpty()) {
      write(bytes);
      return;
    }
    Integer first = lineOf.putIfAbsent(move.get(), line.number());
    if (first != null) {
      changes.add(Problem.at(file, line.number(), Code.B071, text, Integer.toString(first)));
      return;
    }
    String mended = RowGrammar.line(move.get());
    if (!mended.equals(text)) {
      changes.add(Problem.at(file, line.number(), Code.B070, text, mended));
    }
    write(mended.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] line) {
    out.writeBytes(line);
    out.write('\n');
  }

  private void tellOfTheWhole(boolean terminated) {
    if (carriageReturns > 0) {
      changes.add(Problem.at(file, 0, Code.B073, Integer.toString(carriageReturns)));
    }
    if (blankLines > 0) {
      changes.add(Problem.at(file, 0, Code.B074, Integer.toString(blankLines)));
    }
    if (!terminated) {
      changes.add(Problem.at(file, 0, Code.B075));
    }
  }
}
