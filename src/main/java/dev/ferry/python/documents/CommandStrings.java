package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Confidence;
import dev.ferry.python.rewriting.CommandLines;
import dev.ferry.python.rewriting.ModuleNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the command lines that programs hold by the rules of those in documents. Remembers the
 * words of the last moves; safe for several threads.
 */
public final class CommandStrings implements CommandLines {
  private static final Rules.Expected EXPECTED = new Rules.Expected(Use.COMMAND, Confidence.MEDIUM);

  private volatile @Nullable TellingWords last;

  @Override
  public List<Change> changes(
      Relocation relocation, ModuleNames names, String text, String directory) {
    TellingWords words = words(relocation);
    if (!words.mayBeIn(text, 0, text.length())) {
      return List.of();
    }
    NewPlaces places = NewPlaces.of(relocation, names, directory);
    List<Change> changes = new ArrayList<>();
    for (WorkingDirectories.Part part :
        WorkingDirectories.ofCommand(text, whole(text)).parts(whole(text), true)) {
      NewPlaces there = places.seenFrom(part.standpoint(), part.container());
      for (RunRewriter.Change change :
          new RunRewriter(there, words).changes(text, part.item(), EXPECTED)) {
        changes.add(
            new Change(
                change.start(),
                change.end(),
                change.text(),
                change.old(),
                change.now(),
                change.confidence(),
                change.told()));
      }
    }
    return changes;
  }

  @Override
  public boolean namesOther(String text, int start) {
    return CommandWords.namesOther(text, whole(text), start);
  }

  private static Item whole(String text) {
    return new Item(List.of("command"), false, 0, 0, text.length());
  }

  private TellingWords words(Relocation relocation) {
    TellingWords words = last;
    if (words == null || !words.areOf(relocation)) {
      words = new TellingWords(relocation);
      last = words;
    }
    return words;
  }
}
