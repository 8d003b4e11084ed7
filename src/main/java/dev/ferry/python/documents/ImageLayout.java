package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Dockerfile puts where in its image, and in which directory its commands run. */
final class ImageLayout {
  private static final Pattern STAGE =
      Pattern.compile("(?i)(?:--\\S+\\s+)*(\\S+)(?:\\s+as\\s+(\\S+))?\\s*");

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{(\\w+)(?::-([^}]*))?\\}|(\\w+))");
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)[= ]\"?([\\w./-]+)\"?");
  private static final Pattern FROM_STAGE = Pattern.compile("--from=(\\S+)");

  private final String text;
  private final Predicate<String> isFile;
  private final Map<Item, State> states = new IdentityHashMap<>();
  private final Map<String, State> stages = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private State now = State.EMPTY;

  /** The name of the stage that is read, and which one it is. */
  private String stage = "";

  private int number = -1;

  /** What holds for an instruction. */
  record State(Standpoint directory, ContainerPaths paths) {
    static final State EMPTY = new State(Standpoint.READER, ContainerPaths.UNKNOWN);
  }

  /**
   * @param isFile whether a path as seen from the context is a file
   */
  ImageLayout(String text, List<Item> items, Predicate<String> isFile) {
    this.text = text;
    this.isFile = isFile;
    List<Item> ofStage = new ArrayList<>();
    for (int i = 0; i < items.size(); ) {
      Item first = items.get(i);
      StringBuilder arguments = new StringBuilder();
      List<Item> lines = new ArrayList<>();
      for (; i < items.size() && items.get(i).group() == first.group(); i++) {
        lines.add(items.get(i));
        arguments.append(text, items.get(i).start(), items.get(i).end()).append(' ');
      }
      String name = first.path().getFirst();
      if (name.equals("from")) {
        finish(ofStage);
      }
      Standpoint before = now.directory();
      instruction(name, arguments.toString().strip());
      for (Item line : lines) {
        boolean goes = name.equals("workdir");
        states.put(line, new State(goes ? before : now.directory(), now.paths()));
      }
      ofStage.addAll(lines);
      stages.put(Integer.toString(number), now);
      stages.put(stage, now);
    }
    finish(ofStage);
  }

  /** An instruction may name what is put there by one below it. */
  private void finish(List<Item> stage) {
    for (Item item : stage) {
      states.computeIfPresent(item, (same, state) -> new State(state.directory(), now.paths()));
    }
    stage.clear();
  }

  State of(Item item) {
    return states.getOrDefault(item, State.EMPTY);
  }

  private void instruction(String name, String arguments) {
    switch (name) {
      case "from" -> from(arguments);
      case "workdir" -> now = new State(within(arguments), now.paths());
      case "env", "arg" -> assign(arguments);
      case "copy", "add" -> copy(arguments, source -> source);
      case "copy-from-stage" -> copyFromStage(arguments);
      default -> {}
    }
  }

  private void from(String arguments) {
    Matcher from = STAGE.matcher(arguments);
    if (from.lookingAt()) {
      now = stages.getOrDefault(from.group(1).toLowerCase(Locale.ROOT), State.EMPTY);
      stage = from.group(2) == null ? "" : from.group(2).toLowerCase(Locale.ROOT);
      number++;
    }
  }

  private Standpoint within(String directory) {
    String plain = substituted(unquoted(directory));
    if (plain.startsWith("/")) {
      return Standpoint.outside(ContainerPaths.normal(plain));
    }
    return now.directory().isOutside() && plain.indexOf('$') < 0
        ? now.directory().within(plain)
        : Standpoint.READER;
  }

  private void assign(String arguments) {
    Matcher assignment = ASSIGNMENT.matcher(arguments);
    while (assignment.find()) {
      variables.put(assignment.group(1), assignment.group(2));
    }
  }

  private void copyFromStage(String arguments) {
    Matcher from = FROM_STAGE.matcher(arguments);
    State other =
        from.find()
            ? stages.getOrDefault(from.group(1).toLowerCase(Locale.ROOT), State.EMPTY)
            : State.EMPTY;
    copy(
        arguments,
        source ->
            other.paths().find(ContainerPaths.normal("/" + source), path -> path)
                    instanceof ContainerPaths.Found.Known known
                ? known.here()
                : "");
  }

  /**
   * @param context a source as seen from the context; empty where it is none of it
   */
  private void copy(String arguments, UnaryOperator<String> context) {
    List<String> words = new ArrayList<>();
    for (String word : arguments.split("[\\[\\],\\s]+", -1)) {
      String plain = substituted(unquoted(word));
      if (!plain.isEmpty() && !plain.startsWith("--") && !plain.equals("\\")) {
        words.add(plain);
      }
    }
    if (words.size() < 2 || words.toString().contains("<<")) {
      return;
    }
    String written = words.removeLast();
    Standpoint target = within(written);
    if (!target.isOutside()) {
      return;
    }
    boolean into =
        written.endsWith("/")
            || written.equals(".")
            || words.size() > 1
            || target.equals(now.directory());
    for (String word : words) {
      add(word, target.path(), into, context);
    }
  }

  private void add(String word, String target, boolean into, UnaryOperator<String> context) {
    boolean local = context.apply("x").equals("x");
    String plain = local ? ContainerPaths.normal(word).substring(1) : context.apply(word);
    boolean all = local && plain.isEmpty();
    if (word.contains("://") || word.indexOf('$') >= 0 || (plain.isEmpty() && !all)) {
      return;
    }
    int wildcard = Math.max(plain.indexOf('*'), plain.indexOf('?'));
    if (wildcard >= 0) {
      plain = plain.substring(0, Math.max(0, plain.lastIndexOf('/', wildcard)));
    }
    boolean file = wildcard < 0 && isFile.test(plain);
    ContainerPaths.Copy copy = new ContainerPaths.Copy(plain, target, !file, into && file);
    now = new State(now.directory(), now.paths().with(copy));
  }

  private String substituted(String word) {
    return VARIABLE
        .matcher(word)
        .replaceAll(
            variable -> {
              String name = variable.group(1) == null ? variable.group(3) : variable.group(1);
              String otherwise = variable.group(2) == null ? variable.group() : variable.group(2);
              return Matcher.quoteReplacement(variables.getOrDefault(name, otherwise));
            });
  }

  private static String unquoted(String word) {
    boolean quoted = word.length() > 1 && "\"'".indexOf(word.charAt(0)) >= 0;
    return quoted ? word.substring(1, word.length() - 1) : word;
  }
}
