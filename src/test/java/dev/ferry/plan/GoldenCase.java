package dev.ferry.plan;

import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.RewriteOptions.Deeper;
import dev.ferry.facts.RewriteOptions.Renamed;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Move;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * One directory of trees before and after. It holds {@code input/}, {@code output/}, {@code
 * moves.tsv} (source and destination) and perhaps {@code case.properties}:
 *
 * <ul>
 *   <li>{@code notes=CODES} that must be told, {@code refused=CODES} where nothing is done
 *   <li>{@code back=graph} where moving back gives the same imports and not the same bytes, {@code
 *       back=more} where it leaves an import that had to be added, {@code back=no} where it cannot
 *       be done
 *   <li>{@code again=no} where the old names are names of something else afterwards
 *   <li>{@code searched=DIRECTORIES} that are on the search path where a real Python imports it all
 *   <li>the options {@code strings}, {@code relative}, {@code bindings}, {@code shim}, {@code
 *       roots}
 * </ul>
 */
record GoldenCase(Path directory, Properties properties) {
  static GoldenCase of(Path directory) {
    Properties properties = new Properties();
    Path file = directory.resolve("case.properties");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new GoldenCase(directory, properties);
  }

  MemoryTree input() {
    return MemoryTree.read(directory.resolve("input"));
  }

  MemoryTree output() {
    return MemoryTree.read(directory.resolve("output"));
  }

  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(directory.resolve("moves.tsv"))) {
        String[] columns = line.split("\t", -1);
        moves.add(MemoryTree.move(columns[0], columns[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return moves;
  }

  String word(String key, String standard) {
    return properties.getProperty(key, standard);
  }

  List<Code> codes(String key) {
    return Arrays.stream(word(key, "").split("[ ,]+"))
        .filter(code -> !code.isEmpty())
        .map(Code::valueOf)
        .toList();
  }

  List<String> roots() {
    return Arrays.stream(word("roots", "").split("[ ,]+")).filter(root -> !root.isEmpty()).toList();
  }

  /** Directories that whoever runs the case has on the search path besides. */
  List<String> searched() {
    return Arrays.stream(word("searched", "").split("[ ,]+"))
        .filter(root -> !root.isEmpty())
        .toList();
  }

  MoveOptions options() {
    String strings = word("strings", "medium");
    Confidence least =
        strings.equals("none") ? null : Confidence.valueOf(strings.toUpperCase(Locale.ROOT));
    Deeper deeper = word("relative", "").equals("keep") ? Deeper.RELATIVE : Deeper.ABSOLUTE;
    Renamed renamed = word("bindings", "").equals("rename") ? Renamed.FOLLOW : Renamed.KEEP;
    MoveOptions options = MoveOptions.standard().with(new RewriteOptions(least, deeper, renamed));
    String shim = word("shim", "");
    return shim.isEmpty() ? options : options.withShimsUntil(LocalDate.parse(shim));
  }

  @Override
  public String toString() {
    return String.valueOf(directory.getFileName());
  }
}
