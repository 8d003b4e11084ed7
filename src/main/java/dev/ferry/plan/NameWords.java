package dev.ferry.plan;

import dev.ferry.facts.FactWords;
import dev.ferry.facts.ModuleLayout;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that a file must spell to name a module: alternatives, each a set of words that all
 * must be there. Files of a package may name it without a word, by a relative import.
 */
final class NameWords {
  private final Set<Set<Integer>> always = new LinkedHashSet<>();
  private final Set<Set<Integer>> byName = new LinkedHashSet<>();
  private final Set<Set<Integer>> byRelativeName = new LinkedHashSet<>();

  NameWords(ModuleLayout layout) {
    always.add(Set.of(FactWords.RELATIVE_STAR));
    layout.loadingLibraries().forEach(name -> byName.add(Set.of(FactWords.of(name))));
    layout.relativeLoadingLibraries().forEach(n -> byRelativeName.add(Set.of(FactWords.of(n))));
  }

  /** Of names that begin with one of these. */
  Set<Set<Integer>> ofNames(Collection<String> names) {
    Set<Set<Integer>> alternatives = new HashSet<>();
    names.forEach(name -> alternatives.add(words(last(name))));
    return alternatives;
  }

  /** Of these, and of the modules above through which they are reached. */
  Set<Set<Integer>> ofReferences(Collection<String> names) {
    Set<Set<Integer>> alternatives = ofNames(names);
    alternatives.addAll(always);
    for (String name : names) {
      String above = name;
      for (int dot = name.lastIndexOf('.'); dot > 0; dot = above.lastIndexOf('.')) {
        above = above.substring(0, dot);
        alternatives.add(Set.of(FactWords.last(last(above))));
        alternatives.add(Set.of(FactWords.root(last(above))));
      }
      alternatives.addAll(name.indexOf('.') < 0 ? byName : byRelativeName);
    }
    return alternatives;
  }

  /** Of strings that spell one of the paths, or one below it. */
  Set<Set<Integer>> ofPaths(Collection<String> paths) {
    return paths.stream().map(NameWords::words).collect(Collectors.toSet());
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A name in a string is split where other characters stand. */
  static Set<Integer> words(String text) {
    Set<Integer> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !FactWords.isPart(text.charAt(i))) {
        if (start < i) {
          words.add(FactWords.of(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
