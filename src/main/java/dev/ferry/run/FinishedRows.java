package dev.ferry.run;

import dev.ferry.batch.DoneFile;
import dev.ferry.batch.WholeFile;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Which rows of a batch were finished: those of its {@code .done} file, and those that ferry noted
 * itself. The latter keeps what no branch shows (a row that was verified in place) also where the
 * {@code .done} file is the repository's and not ferry's to write. Safe for several threads.
 */
public final class FinishedRows {
  private final DoneFile doneFile;
  private final Path own;
  private final Set<String> noted;

  private FinishedRows(DoneFile doneFile, Path own, Set<String> noted) {
    this.doneFile = doneFile;
    this.own = own;
    this.noted = noted;
  }

  /**
   * @param keptUp whether the {@code .done} file may be written
   * @param own ferry's own file of finished rows
   */
  public static FinishedRows read(Path batchFile, Batch batch, boolean keptUp, Path own) {
    try {
      Set<String> noted =
          Files.exists(own) ? new HashSet<>(Files.readAllLines(own)) : new HashSet<>();
      return new FinishedRows(DoneFile.read(batchFile, batch, keptUp), own, noted);
    } catch (IOException e) {
      throw failed(own, e);
    }
  }

  public synchronized boolean contains(BatchRow row) {
    return doneFile.contains(row) || noted.contains(line(row));
  }

  /** Does as if ferry had not noted the row itself; the file stays. */
  public void disregard(BatchRow row) {
    noted.remove(line(row));
  }

  /** Lets scripts that read the {@code .done} file leave a row alone that was not worked. */
  public void addForScripts(BatchRow row) {
    doneFile.append(row);
  }

  /** Notes a row, durably. */
  public synchronized void add(BatchRow row) {
    doneFile.append(row);
    if (!noted.add(line(row))) {
      return;
    }
    try {
      Files.createDirectories(own.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              own,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        // one write of one line: appends of several processes do not mix
        channel.write(ByteBuffer.wrap((line(row) + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
    } catch (IOException e) {
      throw failed(own, e);
    }
  }

  /**
   * Takes a row out again, durably.
   *
   * @return whether nothing counts it as done any more; a {@code .done} file that is not ferry's to
   *     write may still do
   */
  public boolean remove(BatchRow row) {
    try {
      if (noted.remove(line(row))) {
        WholeFile.write(
            own,
            String.join("", noted.stream().sorted().map(line -> line + "\n").toList())
                .getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw failed(own, e);
    }
    return doneFile.remove(row);
  }

  private static String line(BatchRow row) {
    Move move = row.move();
    return move.module() + "\t" + move.source() + "\t" + move.destination();
  }

  private static ProblemException failed(Path file, IOException e) {
    return new ProblemException(
        Problem.of(Code.R026, file.toString(), String.valueOf(e.getMessage())));
  }
}
