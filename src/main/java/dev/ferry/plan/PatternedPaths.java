package dev.ferry.plan;

import dev.ferry.facts.FactWords;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Move;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The files whose strings may meet something that moves by a path or name with wildcards. */
final class PatternedPaths {
  private PatternedPaths() {}

  static Set<String> meeting(Snapshot snapshot, Iterable<Move> moves) {
    Set<String> moved = new TreeSet<>();
    for (Move move : moves) {
      moved.add(move.source());
      moved.addAll(snapshot.modules().namesOf(move.source()));
    }
    Set<Set<Integer>> alternatives = new HashSet<>();
    for (String text : moved) {
      alternatives.add(Set.of(FactWords.wildcard(text.split("[./]", 2)[0])));
    }
    Set<String> found = new TreeSet<>();
    for (String path : snapshot.sourcesHolding(alternatives)) {
      if (snapshot.facts(path).filter(facts -> mayMeet(facts, moved)).isPresent()) {
        found.add(path);
      }
    }
    return found;
  }

  private static boolean mayMeet(FileFacts facts, Set<String> moved) {
    return facts.mentions().stream()
        .filter(mention -> mention.indexOf('*') > 0)
        .map(mention -> mention.substring(0, mention.indexOf('*')))
        .anyMatch(
            fixed ->
                moved.stream().anyMatch(text -> text.startsWith(fixed) || fixed.startsWith(text)));
  }
}
