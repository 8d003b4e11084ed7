package dev.ferry.plan;

import dev.ferry.facts.FactWords;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.StringFact;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that may lead to something that moves by a path from their own place, or from that of a
 * package: nothing but the last component of it needs to be spelled there.
 */
final class PlacedPaths {
  private PlacedPaths() {}

  static Set<String> leadingTo(Snapshot snapshot, List<Move> moves, ModuleLayout layout) {
    Map<String, Set<Integer>> wordsOfNames = new HashMap<>();
    for (Move move : moves) {
      wordsOfNames.computeIfAbsent(RepoPaths.name(move.source()), NameWords::words);
    }
    Set<Set<Integer>> alternatives = new HashSet<>();
    for (Set<Integer> words : wordsOfNames.values()) {
      alternatives.add(with(words, FactWords.OWN_PATH));
      for (String library : layout.placingLibraries()) {
        alternatives.add(with(words, FactWords.of(library)));
      }
    }
    Set<String> found = new TreeSet<>();
    for (String path : snapshot.sourcesHolding(alternatives)) {
      if (snapshot.facts(path).filter(facts -> spells(facts, wordsOfNames.keySet())).isPresent()) {
        found.add(path);
      }
    }
    return found;
  }

  private static Set<Integer> with(Set<Integer> words, int word) {
    Set<Integer> all = new HashSet<>(words);
    all.add(word);
    return all;
  }

  private static boolean spells(FileFacts facts, Set<String> names) {
    return facts.strings().stream().map(StringFact::text).anyMatch(text -> spells(text, names))
        || facts.mentions().stream().anyMatch(text -> spells(text, names));
  }

  private static boolean spells(String text, Set<String> names) {
    int start = 0;
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
      if (names.contains(text.substring(start, slash))) {
        return true;
      }
      start = slash + 1;
    }
    return names.contains(start == 0 ? text : text.substring(start));
  }
}
