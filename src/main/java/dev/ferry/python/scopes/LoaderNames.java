package dev.ferry.python.scopes;

import dev.ferry.python.syntax.Expression;
import dev.ferry.python.syntax.Expression.Chain;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.From;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names that a file gives to the functions that import by a name: {@code from importlib import
 * import_module as load}, {@code load = importlib.import_module}.
 */
final class LoaderNames {
  private static final Set<String> LOADERS = Set.of("import_module", "find_spec", "__import__");

  private final Map<String, String> originals = new HashMap<>();

  void imported(ImportStatement statement) {
    if (statement instanceof From from && !from.isStar()) {
      from.names().stream()
          .filter(item -> item.alias() >= 0)
          .forEach(
              item ->
                  give(
                      from.tokens().identifier(item.alias()),
                      from.tokens().identifier(item.first())));
    }
  }

  /** An assignment to a plain name; to an empty one, where the target is something else. */
  void assigned(String name, Expression value) {
    if (!name.isEmpty() && value instanceof Chain chain) {
      give(
          name, original(chain.tokens().identifier(chain.segments()[chain.segments().length - 1])));
    }
  }

  private void give(String name, String original) {
    if (LOADERS.contains(original)) {
      originals.put(name, original);
    }
  }

  /** What the function is called where it is defined, as far as the file has told it so far. */
  String original(String name) {
    return originals.getOrDefault(name, name);
  }
}
