package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one batch file: every problem of every row at once, in bounded memory. What concerns
 * several rows is {@link RowConflicts}'s; what concerns the tree is {@link TreeCheck}'s.
 */
public final class BatchReader {
  private final String file;
  private final String name;
  private final Findings.Collector findings = new Findings.Collector();
  private final List<BatchRow> rows = new ArrayList<>();
  private int carriageReturns;
  private int blankLines;
  private int firstBlank;

  private BatchReader(String file) {
    this.file = file;
    this.name = RepoPaths.name(file.replace('\\', '/'));
  }

  /**
   * Reads a file; one that is missing or cannot be read is a finding, too.
   *
   * @param shown how the user named it
   */
  public static BatchReading read(Path path, String shown) {
    BatchReader reader = new BatchReader(shown);
    if (Files.isDirectory(path)) {
      return reader.failed(Code.B002, "it is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return reader.readAll(in);
    } catch (NoSuchFileException missing) {
      return reader.failed(Code.B001);
    } catch (IOException e) {
      return reader.failed(Code.B002, String.valueOf(e.getMessage()));
    }
  }

  /** Reads a stream to its end, or to where ferry stops reading; leaves it open. */
  public static BatchReading read(InputStream in, String shown) throws IOException {
    return new BatchReader(shown).readAll(in);
  }

  private BatchReading failed(Code code, String... arguments) {
    findings.add(Problem.at(file, 0, code, arguments));
    return new BatchReading(new Batch(file, List.of()), findings.findings());
  }

  @SuppressWarnings("resource") // the stream is the caller's
  private BatchReading readAll(InputStream in) throws IOException {
    LineSource lines = new LineSource(in);
    for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
      if (!take(line)) {
        break;
      }
    }
    if (lines.tooLarge()) {
      return failed(Code.B003, Long.toString(Limits.FILE_BYTES >> 20));
    }
    if (carriageReturns > 0) {
      findings.add(Problem.at(file, 0, Code.B031, Integer.toString(carriageReturns)));
    }
    if (blankLines > 0) {
      findings.add(Problem.at(file, firstBlank, Code.B032, Integer.toString(blankLines)));
    }
    Findings all = findings.findings();
    if (rows.isEmpty() && !all.hasErrors()) {
      findings.add(Problem.at(file, 0, Code.B007));
      all = findings.findings();
    }
    return new BatchReading(new Batch(file, rows), all);
  }

  /** Takes one line; false where reading on makes no sense. */
  private boolean take(LineSource.Line line) {
    byte[] bytes = line.bytes();
    if (line.number() == 1) {
      if (isUtf16(bytes)) {
        findings.add(Problem.at(file, 0, Code.B006));
        return false;
      }
      if (startsWithByteOrderMark(bytes)) {
        findings.add(Problem.at(file, 1, Code.B030));
        bytes = Arrays.copyOfRange(bytes, 3, bytes.length);
      }
    }
    if (line.carriageReturn()) {
      carriageReturns++;
    }
    if (line.tooLong()) {
      findings.add(Problem.at(file, line.number(), Code.B009, Integer.toString(Limits.LINE_BYTES)));
      return true;
    }
    @Nullable String text = decoded(bytes, line.number());
    if (text == null) {
      return true;
    }
    if (text.isBlank()) {
      blankLines++;
      firstBlank = firstBlank == 0 ? line.number() : firstBlank;
      return true;
    }
    Optional<Move> move = RowGrammar.read(text, file, line.number(), findings::add);
    move.ifPresent(read -> rows.add(new BatchRow(name, line.number(), read)));
    if (rows.size() > Limits.ROWS) {
      rows.clear();
      findings.add(Problem.at(file, line.number(), Code.B008, Integer.toString(Limits.ROWS)));
      return false;
    }
    return true;
  }

  private @Nullable String decoded(byte[] bytes, int line) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(in)
          .toString();
    } catch (CharacterCodingException notUtf8) {
      int at = in.position(); // the decoder stops before the first byte that it refuses
      findings.add(
          new Problem(
              Code.B005, file, line, at + 1, List.of("0x%02X".formatted(bytes[at] & 0xFF))));
      return null;
    }
  }

  static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }
}
