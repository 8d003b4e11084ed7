package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of which one stands in whatever names something that moves: a look at them spares the
 * search for names in most of a document. Answers too often rather than too rarely. Immutable.
 */
final class TellingWords {
  private final Relocation relocation;
  private final Neighbours neighbours;
  private final WordSet words = new WordSet();

  /** All segments of each name and path. */
  private final List<Set<String>> spellings = new ArrayList<>();

  private final WordSet spelled = new WordSet();
  private boolean always;

  TellingWords(Relocation relocation) {
    this.relocation = relocation;
    this.neighbours = new Neighbours(relocation);
    Set<String> sources = new HashSet<>();
    for (Move move : relocation.moves()) {
      sources.add(move.source());
      add(RepoPaths.name(move.source()));
      relocation.before().namesOf(move.source()).forEach(this::addSpelling);
      addSpelling(Neighbours.stem(move.source()));
    }
    for (String path : relocation.paths().keySet()) {
      boolean whole = sources.contains(path) && !RepoPaths.name(path).startsWith("__init__.");
      addComponents(path, sources);
      for (String name : relocation.before().namesOf(path)) {
        List<String> segments = List.of(name.split("[.]", -1));
        (whole ? List.of(segments.getLast()) : segments).forEach(this::add);
      }
    }
  }

  /** Whether the words of one name stand beside each other in a text. */
  boolean areBeside(String text) {
    return neighbours.in(text);
  }

  /** Whether all segments of one name or path stand somewhere in a text, each as a word. */
  boolean areAllIn(String text) {
    Set<String> found = spelled.in(text);
    return spellings.stream().anyMatch(found::containsAll);
  }

  private void addSpelling(String spelling) {
    Set<String> segments = new HashSet<>();
    for (String segment : Latin.of(spelling).split("[^\\w\\x80-\\xff]+", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
        spelled.add(segment);
      }
    }
    spellings.add(segments);
  }

  boolean areOf(Relocation other) {
    return relocation == other;
  }

  /** Those of the file and of the directories that move with it. */
  private void addComponents(String path, Set<String> sources) {
    add(RepoPaths.name(path));
    String at = path;
    while (!at.isEmpty() && !sources.contains(at)) {
      at = RepoPaths.parent(at);
      add(RepoPaths.name(at));
    }
    if (RepoPaths.name(path).startsWith("__init__.")) {
      add(RepoPaths.name(RepoPaths.parent(path)));
    }
  }

  private void add(String component) {
    String latin = Latin.of(component);
    int start = 0;
    while (start < latin.length() && !Words.isPart(latin.charAt(start))) {
      start++;
    }
    int end = Words.end(latin, start, latin.length());
    if (end > start) {
      words.add(latin.substring(start, end));
    } else if (!component.isEmpty()) {
      always = true;
    }
  }

  /**
   * Whether something that moves may be named here.
   *
   * @param text its bytes, one character each
   */
  boolean mayBeIn(String text, int from, int to) {
    boolean none = true;
    for (int i = from; i < to; i++) {
      if (Words.isPart(text.charAt(i))) {
        int end = Words.end(text, i, to);
        if (words.holds(text, i, end)) {
          return true;
        }
        none = false;
        i = end;
      }
    }
    return always || none;
  }
}
