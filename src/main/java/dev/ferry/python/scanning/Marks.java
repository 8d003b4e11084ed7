package dev.ferry.python.scanning;

import dev.ferry.facts.FileFacts.Mark;
import java.util.EnumSet;
import java.util.Set;

/** What the parts of one scan note about the file. */
final class Marks {
  private final EnumSet<Mark> noted = EnumSet.noneOf(Mark.class);

  void broken() {
    noted.add(Mark.BROKEN);
  }

  void add(Mark mark) {
    noted.add(mark);
  }

  Set<Mark> toSet() {
    return noted.isEmpty() ? Set.of() : Set.copyOf(noted);
  }
}
