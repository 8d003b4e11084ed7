package dev.ferry.facts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/**
 * Writes the facts of many blobs into one segment of the cache, see {@link Segment} for its form.
 */
final class SegmentWriter {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<byte[]> strings = new ArrayList<>();
  private final Buffer records = new Buffer();

  private SegmentWriter() {}

  /** The segment's bytes. */
  static byte[] write(String scannerVersion, SortedMap<String, FileFacts> factsByHex) {
    return new SegmentWriter().segment(scannerVersion, factsByHex);
  }

  private byte[] segment(String scannerVersion, SortedMap<String, FileFacts> factsByHex) {
    int idLength = factsByHex.isEmpty() ? 20 : factsByHex.firstKey().length() / 2;
    int[] starts = new int[factsByHex.size() + 1];
    ByteArrayOutputStream ids = new ByteArrayOutputStream(factsByHex.size() * idLength);
    int number = 0;
    for (Map.Entry<String, FileFacts> entry : factsByHex.entrySet()) {
      starts[number++] = records.size();
      ids.writeBytes(HexFormat.of().parseHex(entry.getKey()));
      record(entry.getValue());
    }
    starts[number] = records.size();
    byte[] version = scannerVersion.getBytes(StandardCharsets.UTF_8);
    int[] stringStarts = new int[strings.size() + 1];
    for (int i = 0; i < strings.size(); i++) {
      stringStarts[i + 1] = stringStarts[i] + strings.get(i).length;
    }
    int size =
        Segment.HEADER
            + version.length
            + ids.size()
            + 4 * (starts.length + stringStarts.length)
            + records.size()
            + stringStarts[strings.size()];
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putLong(Segment.MAGIC).putInt(0);
    out.putInt(version.length).putInt(idLength).putInt(factsByHex.size()).putInt(strings.size());
    out.put(version).put(ids.toByteArray());
    out.asIntBuffer().put(starts).put(stringStarts);
    out.position(out.position() + 4 * (starts.length + stringStarts.length));
    out.put(records.toByteArray());
    strings.forEach(out::put);
    out.putInt(8, checksum(out.array()));
    return out.array();
  }

  static int checksum(byte[] segment) {
    CRC32C crc = new CRC32C();
    crc.update(segment, 12, segment.length - 12);
    return (int) crc.getValue();
  }

  private void record(FileFacts facts) {
    int marks = 0;
    for (FileFacts.Mark mark : facts.marks()) {
      marks |= 1 << mark.ordinal();
    }
    records.number(marks);
    records.number(facts.lines());
    records.number(facts.imports().size());
    int statement = 0;
    int line = 0;
    for (ImportFact fact : facts.imports()) {
      record(fact, statement, line);
      statement = fact.statementStart();
      line = fact.line();
    }
    Buffer lists = new Buffer();
    lists.number(facts.boundNames().size());
    for (String name : facts.boundNames()) {
      lists.number(numberOf(name));
    }
    records.number(lists.size()); // so that a reader of the strings can skip the names
    records.append(lists);
    records.number(facts.strings().size());
    for (StringFact string : facts.strings()) {
      records.number(numberOf(string.text()));
      records.number(string.start());
      records.number(string.end() - string.start());
      records.number(string.line());
    }
  }

  private void record(ImportFact fact, int statement, int line) {
    int contexts = ImportFact.Context.bits(fact.contexts());
    int shape = (fact.name() != null ? 1 : 0) | (fact.alias() != null ? 2 : 0) | contexts << 2;
    records.number(shape);
    records.number(fact.level());
    records.number(numberOf(fact.module()));
    if (fact.name() != null) {
      records.number(numberOf(fact.name()));
    }
    if (fact.alias() != null) {
      records.number(numberOf(fact.alias()));
    }
    records.number(fact.statementStart() - statement);
    records.number(fact.statementEnd() - fact.statementStart());
    records.number(fact.moduleStart() - fact.statementStart());
    records.number(fact.moduleEnd() - fact.moduleStart());
    records.number(fact.line() - line);
  }

  private int numberOf(String string) {
    Integer known = numbers.get(string);
    if (known == null) {
      known = strings.size();
      numbers.put(string, known);
      strings.add(string.getBytes(StandardCharsets.UTF_8));
    }
    return known;
  }

  /** Numbers of seven bits a byte; the highest bit says that more follow. */
  private static final class Buffer extends ByteArrayOutputStream {
    void number(int value) {
      int rest = value;
      while ((rest & ~0x7F) != 0) {
        write(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      write(rest);
    }

    void append(Buffer other) {
      write(other.buf, 0, other.count);
    }
  }
}
