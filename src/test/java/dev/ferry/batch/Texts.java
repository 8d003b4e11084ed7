package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Inputs written in the test itself. */
final class Texts {
  static final Path LUKHAS = Path.of("src/test/resources/lukhas");

  private Texts() {}

  static BatchReading read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static BatchReading read(byte[] bytes) {
    try {
      return BatchReader.read(new ByteArrayInputStream(bytes), "b.tsv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Batch batch(String name, String... rows) {
    try {
      byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
      BatchReading reading = BatchReader.read(new ByteArrayInputStream(bytes), name);
      if (reading.findings().hasErrors()) {
        throw new IllegalArgumentException(reading.findings().toString());
      }
      return reading.batch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row without its module's name being in the way: one is made from the source. */
  static String row(String source, String destination) {
    String module = source.replaceAll("\\.py$", "").replace('/', '.');
    return module + "\t" + source + "\t" + destination;
  }

  static TreeListing tree(String... paths) {
    return TreeListing.of(Arrays.stream(paths).map(path -> entry("100644", path)).toList());
  }

  static TreeEntry entry(String mode, String path) {
    return new TreeEntry(mode, new ObjectId("0".repeat(40)), path);
  }

  static List<Code> codes(Findings findings) {
    return findings.shown().stream().map(Problem::code).toList();
  }
}
