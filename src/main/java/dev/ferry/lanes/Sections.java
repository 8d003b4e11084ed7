package dev.ferry.lanes;

import dev.ferry.formats.IniDocument;
import dev.ferry.formats.TomlReader;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a configuration that are import-linter's, whatever the file's format.
 *
 * @param session null where the file has nothing for import contracts
 * @param stray headers of sections that look like contracts and are none
 */
record Sections(
    @Nullable Options session, List<Named> contracts, List<Stray> stray, List<Problem> problems) {
  private static final String OWN = "importlinter";

  /**
   * @param id empty where the file gives none
   */
  record Named(String id, Options options) {}

  /** A header that is not read, and what it should be. */
  record Stray(String header, int line, String meant) {}

  static Sections of(String file, String text) {
    return file.endsWith(".toml") ? toml(file, text) : ini(file, text);
  }

  private static Sections ini(String file, String text) {
    IniDocument document = IniDocument.parse(text);
    List<Problem> problems = new ArrayList<>();
    List<Named> contracts = new ArrayList<>();
    List<Stray> stray = new ArrayList<>();
    Options session = null;
    List<IniDocument.Fault> faults = new ArrayList<>(document.faults());
    for (IniDocument.Section section : document.sections()) {
      String name = section.name();
      if (name.equals(OWN)) {
        session = options(file, "[" + name + "]", document, section, faults, problems);
      } else if (name.startsWith(OWN + ":")) {
        String id = name.substring(name.lastIndexOf(':') + 1);
        contracts.add(
            new Named(id, options(file, "[" + name + "]", document, section, faults, problems)));
      } else if (looksLikeContract(name)) {
        String id = name.substring(name.lastIndexOf(':') + 1).strip();
        stray.add(
            new Stray("[" + name + "]", section.line(), "[importlinter:contract:" + id + "]"));
      }
    }
    boolean concerned = session != null || !contracts.isEmpty() || !stray.isEmpty();
    if (concerned || faults.stream().anyMatch(fault -> fault.what().contains(OWN))) {
      faults.forEach(fault -> problems.add(told(file, fault)));
    }
    return new Sections(session, contracts, stray, problems);
  }

  private static boolean looksLikeContract(String section) {
    String lower = section.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("contract:")
        || lower.startsWith("import-linter")
        || lower.startsWith("importlinter")
        || lower.startsWith("import_linter");
  }

  private static Options options(
      String file,
      String name,
      IniDocument document,
      IniDocument.Section section,
      List<IniDocument.Fault> faults,
      List<Problem> problems) {
    Map<String, Options.Option> options = new LinkedHashMap<>();
    document
        .resolved(section, faults)
        .forEach(
            (key, entry) -> {
              String value = entry.value();
              boolean single = value.indexOf('\n') < 0;
              List<String> lines = single ? List.of(value) : List.of(value.strip().split("\n", -1));
              options.put(key, new Options.Option(lines, single, entry.line()));
            });
    return new Options(file, name, section.line(), options, problems);
  }

  private static Problem told(String file, IniDocument.Fault fault) {
    return switch (fault.kind()) {
      case NEITHER_KEY_NOR_SECTION ->
          Problem.at(
              file, fault.line(), Code.N003, "'" + fault.what() + "' is no key with a value");
      case OUTSIDE_ANY_SECTION ->
          Problem.at(file, fault.line(), Code.N003, "a line stands before the first [section]");
      case SECTION_TWICE ->
          Problem.at(file, fault.line(), Code.N003, "[" + fault.what() + "] stands twice");
      case KEY_TWICE ->
          Problem.at(file, fault.line(), Code.N003, "the key " + fault.what() + " stands twice");
      case PERCENT ->
          Problem.at(
              file,
              fault.line(),
              Code.N003,
              "a % in " + fault.what() + " must be written %% or name a key, %(key)s");
    };
  }

  private static Sections toml(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    TomlReader.Document document;
    try {
      document = TomlReader.document(text);
    } catch (TomlReader.MalformedException malformed) {
      if (text.contains(OWN)) {
        problems.add(Problem.at(file, malformed.line(), Code.N003, "this is no TOML"));
      }
      return new Sections(null, List.of(), List.of(), problems);
    }
    Optional<Map<String, Object>> tool = table(document.root().get("tool"));
    Optional<Map<String, Object>> own = tool.flatMap(found -> table(found.get(OWN)));
    if (own.isEmpty() || own.get().isEmpty()) {
      return new Sections(null, List.of(), List.of(), problems);
    }
    List<Named> contracts = new ArrayList<>();
    List<Stray> stray = new ArrayList<>();
    if (own.get().get("contracts") instanceof List<?> list) {
      for (Object each : list) {
        table(each)
            .ifPresent(
                found -> {
                  String id = found.get("id") instanceof String given ? given : "";
                  contracts.add(
                      new Named(id, options(file, "the contract", document, found, problems)));
                });
      }
    }
    if (own.get().get("contract") != null) {
      stray.add(
          new Stray(
              "tool.importlinter.contract",
              document.line(own.get(), "contract"),
              "[[tool.importlinter.contracts]]"));
    }
    Options session = options(file, "[tool.importlinter]", document, own.get(), problems);
    return new Sections(session, contracts, stray, problems);
  }

  private static Options options(
      String file,
      String name,
      TomlReader.Document document,
      Map<String, Object> table,
      List<Problem> problems) {
    Map<String, Options.Option> options = new LinkedHashMap<>();
    table.forEach(
        (key, value) -> {
          int line = document.line(table, key);
          if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            options.put(
                key,
                new Options.Option(list.stream().map(String.class::cast).toList(), false, line));
          } else if (value instanceof String text) {
            options.put(key, new Options.Option(List.of(text), true, line));
          }
        });
    int line = document.line(table);
    return new Options(file, called(name, table), line, options, problems);
  }

  private static String called(String name, Map<String, Object> table) {
    return table.get("name") instanceof String given ? "contract \"" + given + "\"" : name;
  }

  @SuppressWarnings("unchecked")
  private static Optional<Map<String, Object>> table(@Nullable Object value) {
    return value instanceof Map<?, ?> ? Optional.of((Map<String, Object>) value) : Optional.empty();
  }
}
