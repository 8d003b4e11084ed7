package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Move;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words with which a name or path of something that moves can begin: a quick look before the
 * search. Answers too often rather than too rarely. Immutable.
 */
final class MovedBeginnings {
  private final Relocation relocation;
  private final Set<String> words = new HashSet<>();

  MovedBeginnings(Relocation relocation) {
    this.relocation = relocation;
    for (Move move : relocation.moves()) {
      add(move.source());
      relocation.before().namesOf(move.source()).forEach(this::add);
    }
  }

  private void add(String text) {
    words.addAll(List.of(text.split("[./]", -1)));
  }

  boolean areOf(Relocation other) {
    return relocation == other;
  }

  boolean mayBegin(String word) {
    return words.contains(word);
  }
}
