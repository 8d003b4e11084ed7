package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code <batch>.skipped} beside a batch: the rows that somebody left out, each with the
 * reason as a fourth column. It is the truth of that decision, which no tree shows, and is written
 * only because somebody asked for it. For one thread.
 */
public final class SkipFile {
  private final Path path;
  private final String shown;
  private final Map<Move, String> reasons = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();
  private final Findings.Collector findings = new Findings.Collector();

  private SkipFile(Path path, String shown) {
    this.path = path;
    this.shown = shown;
  }

  public static Path beside(Path batchFile) {
    return batchFile.resolveSibling(batchFile.getFileName() + ".skipped");
  }

  /** Reads the file beside a batch; none is as good as an empty one. */
  public static SkipFile read(Path batchFile, Batch batch) {
    SkipFile file = new SkipFile(beside(batchFile), batch.file() + ".skipped");
    try (InputStream in = Files.newInputStream(file.path)) {
      file.readAll(in, batch);
    } catch (NoSuchFileException none) {
      // nothing is left out
    } catch (IOException e) {
      file.findings.add(Problem.at(file.shown, 0, Code.B002, String.valueOf(e.getMessage())));
    }
    return file;
  }

  private void readAll(InputStream in, Batch batch) throws IOException {
    List<Move> rows = batch.rows().stream().map(BatchRow::move).toList();
    LineSource lines = new LineSource(in);
    for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
      String text = new String(line.bytes(), StandardCharsets.UTF_8).strip();
      String[] columns = text.split("\t", 4);
      Optional<Move> move =
          columns.length < 3 || line.tooLong()
              ? Optional.empty()
              : RowGrammar.read(
                  columns[0], columns[1], columns[2], shown, line.number(), problem -> {});
      if (move.isPresent() && rows.contains(move.get())) {
        reasons.put(move.get(), columns.length == 4 ? columns[3].strip() : "");
      } else if (!text.isEmpty()) {
        others.add(text);
        findings.add(Problem.at(shown, line.number(), Code.R061, columns[0]));
      }
    }
  }

  /** Why a row is left out; nothing where it is not. */
  public Optional<String> reason(BatchRow row) {
    return Optional.ofNullable(reasons.get(row.move()));
  }

  /** How many rows are left out. */
  public int size() {
    return reasons.size();
  }

  /** What was noticed while reading: lines that leave no row out. */
  public Findings findings() {
    return findings.findings();
  }

  /** How the user knows the file. */
  public String shown() {
    return shown;
  }

  /**
   * Leaves a row out, or gives another reason where it is left out already. On the disk when this
   * returns.
   *
   * @throws ProblemException where the file cannot be written
   */
  public void add(BatchRow row, String why) {
    reasons.put(row.move(), oneLine(why));
    write();
  }

  /**
   * Takes a row back in; the last one takes the file with it.
   *
   * @return whether it was left out
   * @throws ProblemException where the file cannot be written
   */
  public boolean remove(BatchRow row) {
    if (reasons.remove(row.move()) == null) {
      return false;
    }
    write();
    return true;
  }

  private void write() {
    StringBuilder text = new StringBuilder();
    others.forEach(line -> text.append(line).append('\n'));
    reasons.forEach(
        (move, why) -> text.append(RowGrammar.line(move)).append('\t').append(why).append('\n'));
    try {
      if (text.isEmpty()) {
        Files.deleteIfExists(path);
      } else {
        WholeFile.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(Code.R026, path.toString(), String.valueOf(e.getMessage())));
    }
  }

  /** A reason of several lines becomes one: a line is a row. */
  private static String oneLine(String why) {
    return why.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
  }
}
