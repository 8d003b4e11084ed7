package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code <batch>.done} beside a batch: the whole lines of the rows that are finished, one
 * a line. Scripts of the users read and write it as well, so lines are compared and written as
 * these do; several processes may append at once.
 *
 * <p>It is a record, not the truth: whether a row is done is judged by the tree.
 */
public final class DoneFile {
  private final Path batchFile;
  private final Path path;
  private final String shown;
  private final boolean keptUp;
  private final Set<Move> finished;
  private final Findings findings;

  private DoneFile(Path batchFile, boolean keptUp, Reading reading, String shown) {
    this.batchFile = batchFile;
    this.path = beside(batchFile);
    this.shown = shown;
    this.keptUp = keptUp;
    this.finished = reading.finished;
    this.findings = reading.findings.findings();
  }

  public static Path beside(Path batchFile) {
    return batchFile.resolveSibling(batchFile.getFileName() + ".done");
  }

  /**
   * Reads the file beside a batch; none is as good as an empty one.
   *
   * @param keptUp whether {@link #append} may write: where the file lies outside the repository, is
   *     ignored by git, or on request
   */
  public static DoneFile read(Path batchFile, Batch batch, boolean keptUp) {
    String shown = batch.file() + ".done";
    Reading reading = new Reading();
    try (InputStream in = Files.newInputStream(beside(batchFile))) {
      reading.readAll(in, shown, batch);
    } catch (NoSuchFileException none) {
      // nothing is finished yet
    } catch (IOException e) {
      reading.findings.add(Problem.at(shown, 0, Code.B002, String.valueOf(e.getMessage())));
    }
    return new DoneFile(batchFile, keptUp, reading, shown);
  }

  /** Whether the row's line stands in the file. */
  public boolean contains(BatchRow row) {
    return finished.contains(row.move());
  }

  /** What was noticed while reading: lines that belong to no row. */
  public Findings findings() {
    return findings;
  }

  /**
   * Adds a row's line, exactly as the batch has it, and waits until it is on the disk. Does nothing
   * where the line stands there already, or the file is not kept up.
   *
   * @return whether a line was written
   * @throws ProblemException where the file cannot be written
   */
  public boolean append(BatchRow row) {
    if (!keptUp) {
      return false;
    }
    try {
      boolean written = appendLocked(row);
      finished.add(row.move());
      return written;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.at(shown, 0, Code.B051, row.move().module(), String.valueOf(e.getMessage())));
    }
  }

  /**
   * Takes a row's lines out again, and waits until that is on the disk. Does nothing where there
   * are none.
   *
   * @return whether the row stands there no more; false where the file is not kept up
   * @throws ProblemException where the file cannot be written
   */
  public boolean remove(BatchRow row) {
    if (!contains(row)) {
      return true;
    }
    if (!keptUp) {
      return false;
    }
    try (FileChannel channel =
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      LineSource lines = new LineSource(Channels.newInputStream(channel));
      for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
        if (!row.move().equals(Reading.moveOf(line))) {
          kept.writeBytes(line.bytes());
          kept.write('\n');
        }
      }
      WholeFile.write(path, kept.toByteArray());
      finished.remove(row.move());
      return lock.isValid();
    } catch (IOException e) {
      throw new ProblemException(
          Problem.at(shown, 0, Code.B051, row.move().module(), String.valueOf(e.getMessage())));
    }
  }

  private boolean appendLocked(BatchRow row) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.lock()) {
      boolean needsLineEnd = false;
      LineSource lines = new LineSource(Channels.newInputStream(channel));
      for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
        if (row.move().equals(Reading.moveOf(line))) {
          return false;
        }
        needsLineEnd = !line.terminated();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (needsLineEnd) {
        out.write('\n');
      }
      out.writeBytes(lineOf(row));
      out.write('\n');
      channel.position(channel.size());
      ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return lock.isValid();
    }
  }

  /** The row's own line where the batch still has it, else the line that ferry would write. */
  private byte[] lineOf(BatchRow row) throws IOException {
    try (LineSource lines = new LineSource(Files.newInputStream(batchFile))) {
      for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.number() == row.line()) {
          if (row.move().equals(Reading.moveOf(line))) {
            return textOf(line).getBytes(StandardCharsets.UTF_8);
          }
          break;
        }
      }
    } catch (NoSuchFileException gone) {
      // the batch was taken away meanwhile; what is finished stays finished
    }
    return RowGrammar.line(row.move()).getBytes(StandardCharsets.UTF_8);
  }

  private static String textOf(LineSource.Line line) {
    String text = new String(line.bytes(), StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
  }

  /** The lines of a done file, and which of them belong to no row. */
  private static final class Reading {
    private final Set<Move> finished = new HashSet<>();
    private final Findings.Collector findings = new Findings.Collector();

    void readAll(InputStream in, String shown, Batch batch) throws IOException {
      Map<Move, Integer> lineOf = new LinkedHashMap<>();
      LineSource lines = new LineSource(in);
      for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
        @Nullable Move move = moveOf(line);
        if (move != null) {
          lineOf.putIfAbsent(move, line.number());
        } else if (!textOf(line).isEmpty()) {
          findings.add(Problem.at(shown, line.number(), Code.B050, textOf(line)));
        }
      }
      if (lines.tooLarge()) {
        findings.add(Problem.at(shown, 0, Code.B003, Long.toString(Limits.FILE_BYTES >> 20)));
      }
      for (BatchRow row : batch.rows()) {
        if (lineOf.remove(row.move()) != null) {
          finished.add(row.move());
        }
      }
      lineOf.forEach(
          (move, line) -> findings.add(Problem.at(shown, line, Code.B050, move.module())));
    }

    static @Nullable Move moveOf(LineSource.Line line) {
      return line.tooLong()
          ? null
          : RowGrammar.read(textOf(line), "", line.number(), problem -> {}).orElse(null);
    }
  }
}
