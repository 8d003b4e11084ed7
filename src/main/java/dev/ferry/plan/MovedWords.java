package dev.ferry.plan;

import dev.ferry.facts.DocumentFormats;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that a document must hold to name something that moves: all segments of a name of it,
 * or all components of its path. What lies in a moved directory is named with the directory.
 */
final class MovedWords {
  private final Snapshot base;
  private final Set<Set<String>> alternatives = new LinkedHashSet<>();

  MovedWords(Snapshot base, Relocation relocation) {
    this.base = base;
    alternatives.add(Set.of(DocumentFormats.WILDCARD));
    for (Move move : relocation.moves()) {
      add(move.source());
    }
    for (Map.Entry<String, String> moved : relocation.paths().entrySet()) {
      addWildcards(moved.getKey(), "/");
      if (isMetElsewhere(moved.getKey(), moved.getValue())) {
        alternatives.add(Set.of(DocumentFormats.RENAMED_FILE));
      }
      for (String name : base.modules().namesOf(moved.getKey())) {
        alternatives.add(words(name));
        addWildcards(name, "[.]");
      }
    }
  }

  private void addWildcards(String text, String separator) {
    for (String component : text.split(separator, -1)) {
      alternatives.add(Set.of(DocumentFormats.WILDCARD + component));
    }
  }

  /** Whether a wildcard for files of some name may have met one of them only. */
  private static boolean isMetElsewhere(String source, String destination) {
    return !RepoPaths.name(source).equals(RepoPaths.name(destination))
        || RepoPaths.parent(source).indexOf('.') >= 0;
  }

  Collection<Set<String>> alternatives() {
    return alternatives;
  }

  private void add(String source) {
    alternatives.add(words(source));
    for (int slash = source.indexOf('/'); slash > 0; slash = source.indexOf('/', slash + 1)) {
      Set<String> fromWithin = words(source.substring(slash + 1));
      if (fromWithin.size() > 1) {
        alternatives.add(fromWithin);
      }
    }
    for (String root : base.modules().roots()) {
      if (!root.isEmpty() && source.startsWith(root + "/")) {
        alternatives.add(words(source.substring(root.length() + 1)));
      }
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>(List.of(text.split("[^\\p{L}\\p{N}_]+", -1)));
    words.remove("");
    return words;
  }
}
