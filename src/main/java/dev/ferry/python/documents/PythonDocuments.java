package dev.ferry.python.documents;

import dev.ferry.facts.DocumentFormats;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents in which modules of Python are named. Without state. */
public final class PythonDocuments implements DocumentFormats {
  /** Larger ones are data, or generated. */
  private static final int LARGEST = 4 << 20;

  private static final Marks MARKS = new Marks("../");

  @Override
  public String version() {
    return "11";
  }

  /** A source in which names stand in strings that have not the form of a name. */
  private static boolean isScript(String path) {
    return path.equals("setup.py") || path.endsWith("/setup.py");
  }

  @Override
  public boolean claims(String path) {
    return isScript(path) || DocumentRewriter.isNotebook(path) || Format.isOne(path);
  }

  @Override
  public Set<String> words(String path, byte[] content) {
    Set<String> words = new HashSet<>();
    if (DocumentRewriter.isNotebook(path)) {
      byte[] code = NotebookRewriter.code(content);
      if (code != null) {
        addWords(code, 0, code.length, words);
      }
      return words;
    }
    if (content.length > LARGEST) {
      return words;
    }
    if (isScript(path)) {
      addWords(content, 0, content.length, words);
      return words;
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    Format format = Format.of(path).orElse(null);
    boolean prose = format == Format.DOCUMENTATION;
    Marks.Found found = (prose ? DocumentationItems.MARKS : MARKS).in(content);
    if (found.has("../")) {
      words.add(UPWARD);
    }
    if (format == null) {
      return words;
    }
    if (format == Format.SCRIPT && PythonScripts.isOne(content)) {
      addWords(content, 0, content.length, words);
      byte[] place = path.getBytes(StandardCharsets.UTF_8);
      addWords(place, 0, place.length, words); // it imports its neighbours without a word of that
      return words;
    }
    List<Item> items = prose ? DocumentationItems.read(text, found) : format.reader().read(text);
    for (Item item : items) {
      Use use = format.rules().expected(item).use();
      if (use != Use.NOTHING) {
        addWords(content, item.start(), item.end(), words);
        words.addAll(LostMatches.marks(text, item, use));
        if (LostDirectories.isOne(format, item)) {
          words.addAll(LostDirectories.marks(text, item, use));
        }
      }
    }
    if (prose && found.has(">>> ")) {
      // examples, and what they print
      addWords(content, 0, content.length, words);
    }
    return words;
  }

  private static void addWords(byte[] content, int from, int to, Set<String> words) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || !Words.isPart((char) (content[i] & 0xFF))) {
        if (start < i) {
          words.add(new String(content, start, i - start, StandardCharsets.UTF_8));
        }
        start = i + 1;
      }
    }
  }
}
