package dev.ferry.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An INI file as Python's {@code configparser} reads it with its default settings: keys in any
 * case, {@code =} or {@code :}, values that go on in deeper lines, whole-line comments with {@code
 * #} or {@code ;}, no inline ones. What it would refuse is a fault here, so that one may pass over
 * it or tell all of it. Immutable.
 */
public final class IniDocument {
  /** The section whose entries stand in every other one. */
  private static final String DEFAULTS = "DEFAULT";

  private static final Pattern HEADER = Pattern.compile("\\[(.+)\\].*");
  private static final Pattern OPTION = Pattern.compile("(.*?)\\s*[=:]\\s*(.*)");
  private static final Pattern REFERENCE = Pattern.compile("%(.)(?:([^()]+)\\)s)?", Pattern.DOTALL);
  private static final int DEEPEST = 10;

  private final Map<String, Section> sections;
  private final List<Fault> faults;

  private IniDocument(Map<String, Section> sections, List<Fault> faults) {
    this.sections = sections;
    this.faults = List.copyOf(faults);
  }

  /**
   * @param value its lines separated by line feeds, references to other entries not followed
   */
  public record Entry(String key, String value, int line) {}

  /**
   * @param entries by key in lower case, in the order of the file
   */
  public record Section(String name, int line, Map<String, Entry> entries) {
    /** The value, or an empty string where there is none. */
    public String value(String key) {
      Entry entry = entries.get(key);
      return entry == null ? "" : entry.value().strip();
    }
  }

  /** What is wrong with a line. */
  public record Fault(int line, Kind kind, String what) {
    /** The ways in which a line can be wrong. */
    public enum Kind {
      NEITHER_KEY_NOR_SECTION,
      OUTSIDE_ANY_SECTION,
      SECTION_TWICE,
      KEY_TWICE,
      PERCENT
    }
  }

  public static IniDocument parse(String text) {
    Reading reading = new Reading();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      reading.line(line, number);
    }
    return new IniDocument(reading.finished(), reading.faults);
  }

  /** In the order of the file, without the one of defaults. */
  public List<Section> sections() {
    return sections.values().stream().filter(s -> !s.name().equals(DEFAULTS)).toList();
  }

  /** The value, lines of a long one separated by line feeds; empty where there is none. */
  public String value(String section, String key) {
    return Optional.ofNullable(sections.get(section)).map(s -> s.value(key)).orElse("");
  }

  /** In the order of the file. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * The entries of a section and the defaults that it does not have itself, references followed.
   *
   * @param told is given an entry whose references cannot be followed; it keeps its text
   */
  public Map<String, Entry> resolved(Section section, List<Fault> told) {
    Map<String, Entry> all = new LinkedHashMap<>();
    Optional.ofNullable(sections.get(DEFAULTS)).ifPresent(s -> all.putAll(s.entries()));
    all.putAll(section.entries());
    Map<String, Entry> resolved = new LinkedHashMap<>();
    for (Entry entry : all.values()) {
      Optional<String> value = follow(entry.value(), all, 0);
      if (value.isEmpty()) {
        told.add(new Fault(entry.line(), Fault.Kind.PERCENT, entry.key()));
      }
      resolved.put(entry.key(), new Entry(entry.key(), value.orElse(entry.value()), entry.line()));
    }
    return resolved;
  }

  private static Optional<String> follow(String value, Map<String, Entry> all, int depth) {
    if (value.indexOf('%') < 0) {
      return Optional.of(value);
    }
    if (depth == DEEPEST || value.endsWith("%") && !value.endsWith("%%")) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(value);
    int from = 0;
    while (matcher.find(from)) {
      out.append(value, from, matcher.start());
      Optional<String> there = referred(matcher, all, depth);
      if (there.isEmpty()) {
        return Optional.empty();
      }
      out.append(there.get());
      from = matcher.group(1).equals("%") ? matcher.start() + 2 : matcher.end();
    }
    return Optional.of(out.append(value.substring(from)).toString());
  }

  private static Optional<String> referred(Matcher found, Map<String, Entry> all, int depth) {
    if (found.group(1).equals("%")) {
      return Optional.of("%");
    }
    String key = found.group(2);
    if (!found.group(1).equals("(") || key == null) {
      return Optional.empty();
    }
    Entry entry = all.get(key.toLowerCase(Locale.ROOT));
    return entry == null ? Optional.empty() : follow(entry.value(), all, depth + 1);
  }

  /** A section while its lines are read. */
  private static final class Draft {
    private final int line;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    Draft(int line) {
      this.line = line;
    }

    Section finished(String name) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      values.forEach(
          (key, value) -> {
            String text = String.join("\n", value).stripTrailing();
            entries.put(key, new Entry(key, text, lines.getOrDefault(key, 0)));
          });
      return new Section(name, line, entries);
    }
  }

  /** What is known while lines are read. */
  private static final class Reading {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private String section = "";
    private Draft draft = new Draft(0);

    /** The lines of the last value; nothing is added before there is one. */
    private List<String> value = new ArrayList<>();

    private boolean inValue;
    private int indent;

    void line(String line, int number) {
      String content = line.strip();
      if (content.startsWith("#") || content.startsWith(";")) {
        return;
      }
      if (content.isEmpty()) {
        value.add("");
        return;
      }
      int depth = line.indexOf(content.charAt(0));
      if (inValue && depth > indent) {
        value.add(content);
        return;
      }
      indent = depth;
      Matcher header = HEADER.matcher(content);
      if (header.matches()) {
        begin(header.group(1), number);
      } else if (drafts.isEmpty()) {
        faults.add(new Fault(number, Fault.Kind.OUTSIDE_ANY_SECTION, content));
      } else {
        option(content, number);
      }
    }

    private void begin(String name, int number) {
      section = name;
      value = new ArrayList<>();
      inValue = false;
      if (drafts.containsKey(name) && !name.equals(DEFAULTS)) {
        faults.add(new Fault(number, Fault.Kind.SECTION_TWICE, name));
      }
      draft = drafts.computeIfAbsent(name, any -> new Draft(number));
    }

    private void option(String content, int number) {
      Matcher option = OPTION.matcher(content);
      if (!option.matches() || option.group(1).isEmpty()) {
        faults.add(new Fault(number, Fault.Kind.NEITHER_KEY_NOR_SECTION, content));
        return;
      }
      String key = option.group(1).toLowerCase(Locale.ROOT);
      if (!seen.add(section + "\n" + key)) {
        faults.add(new Fault(number, Fault.Kind.KEY_TWICE, key));
      }
      value = new ArrayList<>(List.of(option.group(2)));
      inValue = true;
      draft.values.put(key, value);
      draft.lines.put(key, number);
    }

    Map<String, Section> finished() {
      Map<String, Section> finished = new LinkedHashMap<>();
      drafts.forEach((name, each) -> finished.put(name, each.finished(name)));
      return finished;
    }
  }
}
