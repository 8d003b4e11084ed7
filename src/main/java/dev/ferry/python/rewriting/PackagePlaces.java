package dev.ferry.python.rewriting;

import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directories of packages, where calls look for files in them: {@code files("a")}, {@code
 * get_data("a", "x.txt")}, {@code PackageLoader("a", "templates")}.
 */
final class PackagePlaces {
  /** Those that take a package and what is in it. */
  private static final Set<String> OF_TWO =
      Set.of(
          "get_data",
          "resource_filename",
          "resource_string",
          "resource_stream",
          "resource_exists",
          "resource_listdir",
          "resource_isdir",
          "read_text",
          "read_binary",
          "open_text",
          "open_binary",
          "path",
          "is_resource",
          "PackageLoader");

  /** What a file says to mean its own package. */
  private static final Set<String> OWN = Set.of("__package__", "__name__");

  private final Tokens tokens;
  private final ModuleNames names;
  private final ModuleTable before;
  private final ModuleTable after;
  private final String path;
  private final String newPath;

  PackagePlaces(Tokens tokens, ModuleNames names, Relocation relocation, String path) {
    this.tokens = tokens;
    this.names = names;
    this.path = path;
    this.newPath = relocation.newPath(path);
    this.before = relocation.before().seenFrom(path);
    this.after = relocation.after().seenFrom(newPath);
  }

  static boolean contains(String function) {
    return function.equals("files") || OF_TWO.contains(function);
  }

  /**
   * What a call leads to whose function's name ends with this token; null where it is none of
   * these.
   */
  @Nullable PathReading of(int last, PathReader reader) {
    String function = tokens.identifier(last);
    boolean alone = function.equals("files");
    if (!alone && !OF_TWO.contains(function)) {
      return null;
    }
    int open = last + 1;
    int end = Brackets.behind(tokens, open, Math.min(tokens.size() - 1, open + 200));
    int first = value(open + 1);
    if (alone && tokens.is(open + 1, ")")) {
      return PathReading.at(RepoPaths.parent(path), RepoPaths.parent(newPath), end);
    }
    boolean ends = first + 1 < tokens.size() && tokens.is(first + 1, alone ? ")" : ",");
    PathReading place = ends && end < tokens.size() ? place(first, end) : null;
    return place == null || alone ? place : reader.arguments(place, value(first + 2), end);
  }

  /** Behind {@code package=}. */
  private int value(int argument) {
    boolean named = tokens.kind(argument) == TokenKind.NAME && tokens.is(argument + 1, "=");
    return named ? argument + 2 : argument;
  }

  private @Nullable PathReading place(int token, int end) {
    if (tokens.kind(token) == TokenKind.NAME && OWN.contains(tokens.identifier(token))) {
      return PathReading.at(RepoPaths.parent(path), RepoPaths.parent(newPath), end);
    }
    if (tokens.kind(token) != TokenKind.STRING) {
      return null;
    }
    Literal literal = Literal.of(tokens, token);
    String module = tokens.source().text(literal.start(), literal.end());
    Optional<String> old = names.existed(module) ? directory(before, module) : Optional.empty();
    return old.map(
            found -> PathReading.at(found, directory(after, names.moved(module)).orElse(null), end))
        .orElse(null);
  }

  private static Optional<String> directory(ModuleTable table, String module) {
    boolean inRoot = table.roots().size() == 1 && table.isNamespacePackage(module);
    return table
        .fileOf(module)
        .map(RepoPaths::parent)
        .or(
            () ->
                inRoot
                    ? Optional.of(below(table.roots().getFirst(), module.replace('.', '/')))
                    : Optional.empty());
  }

  private static String below(String root, String path) {
    return root.isEmpty() ? path : root + "/" + path;
  }
}
