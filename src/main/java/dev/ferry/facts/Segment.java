package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One file of the cache: facts of many blobs, found by the blob's name and decoded when asked for.
 * Safe for several threads.
 *
 * <p>Its form, big-endian: magic number, CRC-32C of all that follows; seven lengths (scanner
 * version, bytes of an object name, blobs, strings, words, bytes of their lists, bytes of the
 * records); the scanner's version; the names of the blobs, sorted; where each record starts; where
 * each string starts, and its end; the words ({@link FactWords}), sorted; where the list of each
 * starts, and its end; the records; the lists, of the blobs that hold a word, each as its distance
 * from the one before; the strings in UTF-8. Records refer to strings by number.
 */
final class Segment {
  static final long MAGIC = 0x4645525259464333L; // FERRYFC3
  static final int HEADER = 8 + 4 + 7 * 4;

  private final byte[] bytes;
  private final int idLength;
  private final int idsAt;
  private final long[] prefixes;
  private final int[] starts;
  private final int[] stringStarts;
  private final int[] words;
  private final int[] listStarts;
  private final int recordsAt;
  private final int listsAt;
  private final int stringsAt;
  private final @Nullable String[] strings;

  private Segment(byte[] bytes, ByteBuffer in) {
    this.bytes = bytes;
    int version = in.getInt();
    this.idLength = in.getInt();
    int blobs = in.getInt();
    this.strings = new @Nullable String[in.getInt()];
    this.words = new int[in.getInt()];
    int lists = in.getInt();
    int records = in.getInt();
    this.idsAt = HEADER + version;
    this.prefixes = new long[blobs];
    for (int i = 0; i < blobs; i++) {
      prefixes[i] = in.getLong(idsAt + i * idLength);
    }
    this.starts = new int[blobs];
    this.stringStarts = new int[strings.length + 1];
    this.listStarts = new int[words.length + 1];
    IntBuffer numbers = in.position(idsAt + blobs * idLength).asIntBuffer();
    numbers.get(starts).get(stringStarts).get(words).get(listStarts);
    this.recordsAt = idsAt + blobs * idLength + 4 * numbers.position();
    this.listsAt = recordsAt + records;
    this.stringsAt = listsAt + lists;
  }

  /** The segment in these bytes; nothing where they are damaged or of another scanner. */
  static Optional<Segment> of(byte[] bytes, String scannerVersion) {
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getLong() != MAGIC || in.getInt() != SegmentWriter.checksum(bytes)) {
      return Optional.empty();
    }
    String written = new String(bytes, HEADER, in.getInt(12), StandardCharsets.UTF_8);
    return written.equals(scannerVersion) ? Optional.of(new Segment(bytes, in)) : Optional.empty();
  }

  /** Where this blob's facts are, or -1. */
  int find(ObjectId blob) {
    String hex = blob.hex();
    if (hex.length() != idLength * 2) {
      return -1;
    }
    long prefix = HexFormat.fromHexDigitsToLong(hex, 0, 16);
    int low = 0;
    int high = prefixes.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      // names sort as unsigned bytes
      int order = Long.compareUnsigned(prefixes[middle], prefix);
      if (order == 0) {
        order = hexOf(middle).compareTo(hex);
      }
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  int size() {
    return prefixes.length;
  }

  String hexOf(int number) {
    int at = idsAt + number * idLength;
    return HexFormat.of().formatHex(bytes, at, at + idLength);
  }

  /** Calls for each blob that holds the word. */
  void holding(int word, IntConsumer blob) {
    int at = Arrays.binarySearch(words, word);
    if (at < 0) {
      return;
    }
    Cursor in = new Cursor(listsAt + listStarts[at]);
    int end = listsAt + listStarts[at + 1];
    int number = 0;
    while (in.position < end) {
      number += in.number();
      blob.accept(number);
    }
  }

  FileFacts facts(int number) {
    Cursor in = new Cursor(recordsAt + starts[number]);
    int bits = in.number();
    int lines = in.number();
    int count = in.number();
    List<ImportFact> imports = count == 0 ? List.of() : imports(in, count);
    int length = in.number();
    int namesAt = in.position;
    in.position += length;
    int mentionsLength = in.number();
    int mentionsAt = in.position;
    int stringsStart = mentionsAt + mentionsLength;
    return new FileFacts(
        imports,
        new LazyList<>(() -> stringFacts(stringsStart)),
        new LazyNames(() -> names(mentionsAt)),
        new LazyNames(() -> names(namesAt)),
        marks(bits),
        lines);
  }

  private static Set<FileFacts.Mark> marks(int bits) {
    if (bits == 0) {
      return Set.of();
    }
    Set<FileFacts.Mark> marks = EnumSet.noneOf(FileFacts.Mark.class);
    for (FileFacts.Mark mark : FileFacts.Mark.values()) {
      if ((bits & 1 << mark.ordinal()) != 0) {
        marks.add(mark);
      }
    }
    return marks;
  }

  private List<ImportFact> imports(Cursor in, int count) {
    ImportFact[] imports = new ImportFact[count];
    int statement = 0;
    int line = 0;
    for (int i = 0; i < count; i++) {
      int shape = in.number();
      int level = in.number();
      String module = string(in.number());
      String name = (shape & 1) != 0 ? string(in.number()) : null;
      String alias = (shape & 2) != 0 ? string(in.number()) : null;
      statement += in.number();
      int statementEnd = statement + in.number();
      int moduleStart = statement + in.number();
      int moduleEnd = moduleStart + in.number();
      line += in.number();
      imports[i] =
          new ImportFact(
              module,
              level,
              name,
              alias,
              statement,
              statementEnd,
              moduleStart,
              moduleEnd,
              line,
              ImportFact.Context.setOf(shape >> 2));
    }
    return List.of(imports);
  }

  private String[] names(int at) {
    Cursor in = new Cursor(at);
    String[] names = new String[in.number()];
    Arrays.setAll(names, i -> string(in.number()));
    return names;
  }

  private List<StringFact> stringFacts(int at) {
    Cursor in = new Cursor(at);
    int count = in.number();
    List<StringFact> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String text = string(in.number());
      int start = in.number();
      found.add(new StringFact(text, start, start + in.number(), in.number()));
    }
    return found;
  }

  /** Two threads may make the same string at once; either will do. */
  private String string(int number) {
    String known = strings[number];
    if (known == null) {
      int start = stringStarts[number];
      known =
          new String(
              bytes, stringsAt + start, stringStarts[number + 1] - start, StandardCharsets.UTF_8);
      strings[number] = known;
    }
    return known;
  }

  private final class Cursor {
    private int position;

    Cursor(int position) {
      this.position = position;
    }

    int number() {
      int value = 0;
      int shift = 0;
      while (true) {
        byte b = bytes[position++];
        value |= (b & 0x7F) << shift;
        if (b >= 0) {
          return value;
        }
        shift += 7;
      }
    }
  }
}
