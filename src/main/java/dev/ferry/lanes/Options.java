package dev.ferry.lanes;

import dev.ferry.formats.NearestWord;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of one section as they are written, and what is wrong with them. Reading a value that
 * does not fit tells a problem and gives a harmless one, so that all problems are found at once.
 */
final class Options {
  private final String file;
  private final String name;
  private final int line;
  private final Map<String, Option> options;
  private final List<Problem> problems;
  private final Set<String> asked = new TreeSet<>();

  /**
   * @param single whether one value was written, not a list
   */
  record Option(List<String> values, boolean single, int line) {
    Option {
      values = List.copyOf(values);
    }
  }

  /**
   * @param name of the section, for messages
   * @param problems where problems are told
   */
  Options(String file, String name, int line, Map<String, Option> options, List<Problem> problems) {
    this.file = file;
    this.name = name;
    this.line = line;
    this.options = Map.copyOf(options);
    this.problems = problems;
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  boolean has(String key) {
    asked.add(key);
    return options.containsKey(key);
  }

  int lineOf(String key) {
    Option option = options.get(key);
    return option == null ? line : option.line();
  }

  /** Lines without the blank ones; nothing where the key is not there. */
  Optional<List<String>> lines(String key) {
    asked.add(key);
    return Optional.ofNullable(options.get(key))
        .map(option -> option.values().stream().filter(value -> !value.isBlank()).toList());
  }

  /** As {@link #lines}, and a problem where the key is not there or has no value. */
  List<String> needed(String key) {
    List<String> lines = lines(key).orElseGet(List::of);
    if (lines.isEmpty()) {
      tell(line, Code.N012, name, key);
    }
    return lines;
  }

  Optional<String> text(String key) {
    asked.add(key);
    Option option = options.get(key);
    if (option == null) {
      return Optional.empty();
    }
    if (!option.single()) {
      wrong(key, String.join(", ", option.values()), "one value");
      return Optional.empty();
    }
    return Optional.of(option.values().getFirst());
  }

  boolean truth(String key, boolean otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    String value = text.get().strip();
    if (value.equalsIgnoreCase("true")) {
      return true;
    }
    if (!value.equalsIgnoreCase("false")) {
      wrong(key, value, "true or false");
    }
    return false;
  }

  int number(String key, int otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get().strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // told below
    }
    wrong(key, text.get(), "a whole number from 0");
    return otherwise;
  }

  List<ModuleExpression> modules(String key, boolean isNeeded) {
    List<String> lines = isNeeded ? needed(key) : lines(key).orElseGet(List::of);
    Set<ModuleExpression> modules = new TreeSet<>();
    for (String written : lines) {
      expression(key, written.strip()).ifPresent(modules::add);
    }
    return List.copyOf(modules);
  }

  List<ImportExpression> imports(String key) {
    List<ImportExpression> imports = new ArrayList<>();
    for (String written : lines(key).orElseGet(List::of)) {
      int arrow = written.indexOf("->");
      String importer = arrow < 0 ? "" : written.substring(0, arrow).strip();
      String imported = arrow < 0 ? "" : written.substring(arrow + 2).strip();
      if (importer.isEmpty() || imported.isEmpty()) {
        wrong(key, written, "package.importer -> package.imported");
        continue;
      }
      Optional<ModuleExpression> from = expression(key, importer);
      Optional<ModuleExpression> to = expression(key, imported);
      if (from.isPresent() && to.isPresent()) {
        ImportExpression found = new ImportExpression(from.get(), to.get());
        if (!imports.contains(found)) {
          imports.add(found);
        }
      }
    }
    return imports;
  }

  private Optional<ModuleExpression> expression(String key, String written) {
    String expected =
        switch (ModuleExpression.faultOf(written)) {
          case PARTLY -> "* for a whole part of a name (pkg.*.api)";
          case FOLLOWED -> "no wildcard right after ** and no ** right after *";
          case NO_NAME -> "a dotted module name, one a line";
          case NONE -> "";
        };
    if (!expected.isEmpty()) {
      wrong(key, written, expected);
      return Optional.empty();
    }
    return Optional.of(new ModuleExpression(written));
  }

  void wrong(String key, String value, String expected) {
    tell(lineOf(key), Code.N013, name, key, value.strip(), expected);
  }

  void tell(int at, Code code, String... arguments) {
    problems.add(Problem.at(file, at, code, arguments));
  }

  /** Tells of every key that nobody asked for, with the known one that is most like it. */
  void tellUnknown(Collection<String> alsoKnown) {
    Set<String> known = new TreeSet<>(asked);
    known.addAll(alsoKnown);
    for (String key : new TreeSet<>(options.keySet())) {
      if (!known.contains(key)) {
        Optional<String> nearest = NearestWord.to(key, known);
        if (nearest.isPresent()) {
          tell(lineOf(key), Code.N014, name, key, nearest.get());
        } else {
          tell(lineOf(key), Code.N014, name, key);
        }
      }
    }
  }
}
