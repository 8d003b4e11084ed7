package dev.ferry.facts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Collects the facts of many blobs into one segment of the cache, see {@link Segment} for its form.
 * What was added is kept as the bytes that will be written. For one thread.
 */
final class SegmentWriter {
  private static final int HASH = 32;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Buffer strings = new Buffer();
  private final Numbers stringStarts = new Numbers();
  private final Buffer records = new Buffer();
  private final Numbers starts = new Numbers();
  private final Map<String, Integer> blobs = new HashMap<>();

  /** Each word with the blob that holds it, in the order they came. */
  private long[] words = new long[1 << 10];

  private int wordCount;

  /** Adds the facts of a blob, once. */
  void add(String hex, FileFacts facts) {
    Integer number = blobs.size();
    if (blobs.putIfAbsent(hex, number) != null) {
      return;
    }
    starts.add(records.size());
    record(facts);
    int[] spelled = FactWords.in(facts);
    if (wordCount + spelled.length > words.length) {
      words = Arrays.copyOf(words, Math.max(2 * words.length, wordCount + spelled.length));
    }
    for (int word : spelled) {
      words[wordCount++] = (long) word << HASH | number;
    }
  }

  boolean isEmpty() {
    return blobs.isEmpty();
  }

  /** The segment's bytes; the same whenever the same facts were added in the same order. */
  byte[] write(String scannerVersion) {
    stringStarts.add(strings.size());
    String[] sorted = blobs.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    int[] placeOf = new int[sorted.length];
    int[] sortedStarts = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      int number = blobs.getOrDefault(sorted[i], 0);
      placeOf[number] = i;
      sortedStarts[i] = starts.get(number);
    }
    WordLists lists = new WordLists(words, wordCount, placeOf);
    words = new long[0];
    byte[] version = scannerVersion.getBytes(StandardCharsets.UTF_8);
    int idLength = sorted.length == 0 ? 20 : sorted[0].length() / 2;
    int numberCount =
        sortedStarts.length + stringStarts.count + lists.words.count + lists.starts.count;
    ByteBuffer out =
        ByteBuffer.allocate(
            Segment.HEADER
                + version.length
                + sorted.length * idLength
                + 4 * numberCount
                + records.size()
                + lists.blobs.size()
                + strings.size());
    out.putLong(Segment.MAGIC).putInt(0).putInt(version.length).putInt(idLength);
    out.putInt(sorted.length).putInt(stringStarts.count - 1).putInt(lists.words.count);
    out.putInt(lists.blobs.size()).putInt(records.size()).put(version);
    for (String hex : sorted) {
      out.put(HexFormat.of().parseHex(hex));
    }
    IntBuffer ints = out.asIntBuffer().put(sortedStarts);
    stringStarts.putInto(ints);
    lists.words.putInto(ints);
    lists.starts.putInto(ints);
    out.position(out.position() + 4 * numberCount);
    records.putInto(out);
    lists.blobs.putInto(out);
    strings.putInto(out);
    out.putInt(8, checksum(out.array()));
    return out.array();
  }

  /** For each word the blobs that hold it. */
  private static final class WordLists {
    private final Numbers words = new Numbers();
    private final Numbers starts = new Numbers();
    private final Buffer blobs = new Buffer();

    /**
     * @param pairs words with the blobs as they came; spent afterwards
     * @param placeOf of such a blob in the segment
     */
    WordLists(long[] pairs, int count, int[] placeOf) {
      for (int i = 0; i < count; i++) {
        pairs[i] = pairs[i] & -1L << HASH | placeOf[(int) pairs[i]];
      }
      Arrays.sort(pairs, 0, count);
      int last = 0;
      for (int i = 0; i < count; i++) {
        int word = (int) (pairs[i] >> HASH);
        int blob = (int) pairs[i];
        if (words.count == 0 || words.get(words.count - 1) != word) {
          words.add(word);
          starts.add(blobs.size());
          last = 0;
        }
        blobs.number(blob - last);
        last = blob;
      }
      starts.add(blobs.size());
    }
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
    record(facts.boundNames());
    record(facts.mentions());
    records.number(facts.strings().size());
    for (StringFact string : facts.strings()) {
      records.number(numberOf(string.text()));
      records.number(string.start());
      records.number(string.end() - string.start());
      records.number(string.line());
    }
  }

  private void record(Set<String> names) {
    Buffer list = new Buffer();
    list.number(names.size());
    for (String name : names) {
      list.number(numberOf(name));
    }
    records.number(list.size()); // so that a reader of what follows can skip the names
    records.append(list);
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
      known = numbers.size();
      numbers.put(string, known);
      stringStarts.add(strings.size());
      strings.writeBytes(string.getBytes(StandardCharsets.UTF_8));
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

    void putInto(ByteBuffer out) {
      out.put(buf, 0, count);
    }
  }

  /** A list of numbers without an object for each. */
  private static final class Numbers {
    private int[] numbers = new int[1 << 10];
    private int count;

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    int get(int at) {
      return numbers[at];
    }

    void putInto(IntBuffer out) {
      out.put(numbers, 0, count);
    }
  }
}
