package dev.ferry.lanes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which one module stands for an imported name that is not among the roots' modules. */
final class ExternalNames {
  private ExternalNames() {}

  /**
   * The first part of the name; where a root shares it (a namespace), as many parts as tell it from
   * that root. A name above a root, or inside one where there is no such module, is none.
   */
  static @Nullable String of(String name, List<String> roots) {
    String top = ModuleNames.top(name);
    List<String> candidates = new ArrayList<>();
    for (String root : roots) {
      if (root.startsWith(name + ".")) {
        return null;
      }
      if (root.startsWith(top + ".")) {
        String own = beyond(name, root);
        if (own == null) {
          return null;
        }
        candidates.add(own);
      }
    }
    return candidates.stream()
        .max(Comparator.comparingLong(each -> each.chars().filter(c -> c == '.').count()))
        .orElse(top);
  }

  private static @Nullable String beyond(String name, String root) {
    String[] mine = name.split("\\.", -1);
    String[] theirs = root.split("\\.", -1);
    for (int i = 0; i < mine.length; i++) {
      if (i == theirs.length) {
        return null;
      }
      if (!mine[i].equals(theirs[i])) {
        return String.join(".", List.of(mine).subList(0, i + 1));
      }
    }
    return null;
  }
}
