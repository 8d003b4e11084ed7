package dev.ferry.facts;

import dev.ferry.model.Move;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and paths under which the sources of moves can be mentioned. Immutable. */
final class MentionedThings {
  /** One text to look for. */
  record Thing(String text, Move move, Mention.Kind kind, boolean directory) {}

  private final Map<String, Thing> byText = new HashMap<>();

  private MentionedThings() {}

  static MentionedThings of(List<Move> moves, Snapshot snapshot) {
    ModuleTable modules = snapshot.modules();
    MentionedThings things = new MentionedThings();
    for (Move move : moves) {
      String source = move.source();
      boolean file = snapshot.listing().containsFile(source);
      things.add(new Thing(source, move, Mention.Kind.PATH, !file));
      modules.namesOf(source).forEach(name -> things.addName(name, move));
      if (!file) {
        for (String root : modules.roots()) {
          things.addDirectory(root, move, modules);
        }
      }
    }
    return things;
  }

  private void addDirectory(String root, Move move, ModuleTable modules) {
    String source = move.source();
    if (root.isEmpty() || source.startsWith(root + "/")) {
      String below = root.isEmpty() ? source : source.substring(root.length() + 1);
      String name = below.replace('/', '.');
      if (modules.isRegularPackage(name) || modules.isNamespacePackage(name)) {
        addName(name, move);
      }
    }
  }

  /** Names of one segment are words like others. */
  private void addName(String name, Move move) {
    if (name.indexOf('.') > 0) {
      add(new Thing(name, move, Mention.Kind.NAME, false));
    }
  }

  private void add(Thing thing) {
    byText.putIfAbsent(thing.text, thing);
  }

  /**
   * Hashes of the beginnings, as {@link TextRuns} has them; a file without any holds no mention.
   */
  int[] beginnings() {
    return byText.keySet().stream()
        .mapToInt(
            text -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              return TextRuns.beginning(bytes, 0, bytes.length);
            })
        .distinct()
        .sorted()
        .toArray();
  }

  /** The longest thing that a run of name and path characters begins with. */
  @Nullable Thing find(byte[] text, int start, int end) {
    Thing found = null;
    String run = new String(text, start, end - start, StandardCharsets.UTF_8);
    for (int i = 1; i <= run.length(); i++) {
      if (i == run.length() || isBoundary(run.charAt(i))) {
        Thing thing = byText.get(run.substring(0, i));
        if (thing != null && mayEndBefore(thing, run.substring(i))) {
          found = thing;
        }
      }
    }
    return found;
  }

  private static boolean isBoundary(char c) {
    return c == '.' || c == '/' || c == '-';
  }

  /** Attributes may follow a name and files a directory; other endings make another word. */
  private static boolean mayEndBefore(Thing thing, String rest) {
    if (rest.chars().allMatch(c -> c == '.' || c == '-')) {
      return true;
    }
    return thing.kind == Mention.Kind.NAME
        ? rest.startsWith(".")
        : thing.directory && rest.startsWith("/");
  }
}
