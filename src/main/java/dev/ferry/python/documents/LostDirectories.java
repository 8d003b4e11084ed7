package dev.ferry.python.documents;

import dev.ferry.facts.DocumentFormats;
import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Directories and packages of which a tool reads all that lies below them, where something leaves
 * them for a place that the same setting does not name: it is measured, tested or checked no more.
 */
final class LostDirectories {
  /** The settings of coverage, pytest and mypy that are lists of such directories. */
  private static final Set<String> KEYS =
      Set.of("source", "source_dirs", "source_pkgs", "testpaths", "files");

  private final Relocation relocation;
  private final String path;
  private final String text;
  private final BaseDirectory directory;

  LostDirectories(Relocation relocation, String path, String text) {
    this.relocation = relocation;
    this.path = path;
    this.text = text;
    this.directory = BaseDirectory.of(path, relocation);
  }

  static boolean isOne(Format format, Item item) {
    return format.relates()
        && !item.isKey()
        && !item.path().isEmpty()
        && KEYS.contains(item.path().getLast());
  }

  /** Marks for the index of words: a component that all below the directory has. */
  static List<String> marks(String text, Item item, Use use) {
    List<String> marks = new ArrayList<>();
    for (String word : words(text, item)) {
      Stream.of(word.split(use == Use.PATH ? "/" : "[/.]", -1))
          .max(Comparator.comparingInt(String::length))
          .ifPresent(component -> marks.add(DocumentFormats.WILDCARD + component));
    }
    return marks;
  }

  /** The directories in an item, without what stands for several or for the whole tree. */
  private static List<String> words(String text, Item item) {
    List<String> words = new ArrayList<>();
    for (String word : Latin.decode(text.substring(item.start(), item.end())).split("[,\\s]+")) {
      String plain = word.replaceFirst("^(?:[.]/)+", "").replaceFirst("/+$", "");
      if (plain.matches("[\\w-][\\w./-]*")) {
        words.add(plain);
      }
    }
    return words;
  }

  /**
   * What is told of an item.
   *
   * @param items all of the document
   */
  List<Problem> in(Item item, Use use, List<Item> items) {
    List<String> all =
        items.stream()
            .filter(other -> !other.isKey() && other.path().equals(item.path()))
            .flatMap(other -> words(text, other).stream())
            .toList();
    List<Problem> problems = new ArrayList<>();
    for (String word : words(text, item)) {
      lost(word, all, use).ifPresent(entry -> problems.add(problem(item, word, entry)));
    }
    return problems;
  }

  private Optional<Map.Entry<String, String>> lost(String word, List<String> all, Use use) {
    return relocation.paths().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(".py") && held(word, use, entry.getKey()))
        .filter(entry -> all.stream().noneMatch(other -> holds(other, use, entry)))
        .min(Map.Entry.comparingByKey());
  }

  private boolean held(String word, Use use, String path) {
    return use != Use.NAME && path.startsWith(below(directory.old(), word) + "/")
        || use != Use.PATH && isWithin(relocation.before().namesOf(path), word);
  }

  /** Whether one of the directories has it afterwards, or moves with it and is written so. */
  private boolean holds(String word, Use use, Map.Entry<String, String> moved) {
    String path = use == Use.PATH ? word : word.replace('.', '/');
    boolean along =
        held(word, use, moved.getKey())
            && relocation.newDirectory(below(directory.old(), path)).isPresent();
    return along
        || use != Use.NAME && moved.getValue().startsWith(below(directory.now(), word) + "/")
        || use != Use.PATH && isWithin(relocation.after().namesOf(moved.getValue()), word);
  }

  private static String below(String base, String path) {
    return base.isEmpty() ? path : base + "/" + path;
  }

  private static boolean isWithin(List<String> names, String word) {
    return names.stream().anyMatch(name -> name.equals(word) || name.startsWith(word + "."));
  }

  private Problem problem(Item item, String word, Map.Entry<String, String> lost) {
    int line = (int) text.substring(0, item.start()).chars().filter(c -> c == '\n').count() + 1;
    return Problem.at(path, line, Code.M110, word, lost.getKey(), lost.getValue());
  }
}
