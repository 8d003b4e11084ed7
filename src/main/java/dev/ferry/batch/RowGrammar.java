package dev.ferry.batch;

import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One row: {@code module<TAB>source<TAB>destination}. */
public final class RowGrammar {
  private static final String MODULE = "module";
  private static final String SOURCE = "source";
  private static final String DESTINATION = "destination";

  private RowGrammar() {}

  /**
   * Reads three fields as a move, wherever they come from.
   *
   * @param file shown in the problems
   * @param line shown in the problems, 0 where there is none
   * @param problems takes every problem, warnings about tidied paths too
   * @return nothing where there was an error
   */
  public static Optional<Move> read(
      String module,
      String source,
      String destination,
      String file,
      int line,
      Consumer<Problem> problems) {
    Row row = new Row(file, line, problems);
    String name = row.module(module);
    String from = row.path(SOURCE, source);
    String to = row.path(DESTINATION, destination);
    if (!row.failed) {
      row.checkTogether(from, to);
    }
    // a row that stays in place keeps one string for both: a million of them are held at once
    return row.failed
        ? Optional.empty()
        : Optional.of(new Move(name, from, to.equals(from) ? from : to));
  }

  /** As above, from the text of a line. */
  static Optional<Move> read(String text, String file, int line, Consumer<Problem> problems) {
    if (text.startsWith("#")) {
      problems.accept(Problem.at(file, line, Code.B011));
      return Optional.empty();
    }
    String[] columns = text.split("\t", -1);
    if (columns.length != 3) {
      problems.accept(columnCount(columns, file, line));
      return Optional.empty();
    }
    return read(columns[0], columns[1], columns[2], file, line, problems);
  }

  /** The line that stands for a move: what ferry writes. */
  public static String line(Move move) {
    return move.module() + "\t" + move.source() + "\t" + move.destination();
  }

  private static Problem columnCount(String[] columns, String file, int line) {
    List<String> words = Arrays.stream(columns[0].strip().split(" +")).toList();
    boolean spaced = columns.length == 1 && words.size() == 3;
    return spaced
        ? Problem.at(file, line, Code.B010, "1", String.join("<TAB>", words))
        : Problem.at(file, line, Code.B010, Integer.toString(columns.length));
  }

  /** The state of reading one row. */
  private static final class Row {
    private final String file;
    private final int line;
    private final Consumer<Problem> problems;
    private boolean failed;

    Row(String file, int line, Consumer<Problem> problems) {
      this.file = file;
      this.line = line;
      this.problems = problems;
    }

    String module(String written) {
      String name = written.strip();
      if (name.isEmpty()) {
        error(Code.B012, MODULE);
      } else if (name.startsWith("-")) {
        error(Code.B018, MODULE, name);
      } else {
        Optional<Integer> hidden =
            name.codePoints().filter(PathGrammar::isHidden).boxed().findFirst();
        if (hidden.isPresent()) {
          error(Code.B013, MODULE, "U+%04X".formatted(hidden.get()));
        } else {
          Identifiers.badPartOf(name).ifPresent(part -> error(Code.B021, name, part));
        }
      }
      tidied(MODULE, written, name);
      return name;
    }

    String path(String column, String written) {
      if (written.isBlank()) {
        error(Code.B012, column);
        return "";
      }
      PathGrammar.Reading reading = PathGrammar.read(written);
      for (PathGrammar.Fault fault : reading.faults()) {
        switch (fault.code()) {
          case B012 -> error(Code.B012, column);
          case B013, B014, B018 -> error(fault.code(), column, fault.detail());
          default -> error(fault.code(), column, written.strip(), fault.detail());
        }
      }
      if (reading.faults().isEmpty()) {
        tidied(column, written, reading.path());
      }
      return reading.path();
    }

    void checkTogether(String source, String destination) {
      if (!Identifiers.extension(source).equals(Identifiers.extension(destination))) {
        error(Code.B023, source, destination, suggested(source, destination));
        return;
      }
      String stem = RepoPaths.name(Identifiers.withoutExtension(destination));
      boolean mustBeName =
          Identifiers.isPythonFile(destination) || Identifiers.extension(destination).isEmpty();
      if (mustBeName && !Identifiers.isIdentifier(stem)) {
        error(Code.B022, destination, stem);
      }
    }

    private static String suggested(String source, String destination) {
      return Identifiers.extension(destination).isEmpty()
          ? destination + "/" + RepoPaths.name(source)
          : Identifiers.withoutExtension(destination);
    }

    private void tidied(String column, String written, String read) {
      if (!written.equals(read) && !failed) {
        problems.accept(Problem.at(file, line, Code.B019, column, written, read));
      }
    }

    private void error(Code code, String... arguments) {
      failed = true;
      problems.accept(Problem.at(file, line, code, arguments));
    }
  }
}
