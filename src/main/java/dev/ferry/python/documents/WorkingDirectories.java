package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which directory a document says that a command of it runs, or a path of it is looked up. */
final class WorkingDirectories {
  private static final Pattern INLINE_CONTEXT = Pattern.compile("\\bcontext:\\s*([\\w./-]+)");

  private final String text;
  private final DeclaredDirectories declared;
  private final ImageLayout image;
  private final boolean isImage;
  private final ScriptVariables variables = new ScriptVariables();

  /** By the place from which on it holds. */
  private final TreeMap<Integer, Standpoint> changed = new TreeMap<>();

  /** A piece of an item that is read in one directory. */
  record Part(Item item, Standpoint standpoint, ContainerPaths container) {}

  /**
   * @param isFile whether a path as seen from where the document is read is a file
   */
  WorkingDirectories(
      Format format, String path, String text, List<Item> items, Predicate<String> isFile) {
    this.text = text;
    this.isImage = format == Format.DOCKERFILE;
    boolean declares = format.mayDeclareDirectories();
    this.declared = new DeclaredDirectories(format, text, declares ? items : List.of());
    this.image = new ImageLayout(text, isImage ? items : List.of(), isFile);
    VariableDefinitions.read(format, path, text, items, variables);
    for (ShellDirectories.Change change :
        ShellUnits.changes(format, path, text, items, variables, this::before)) {
      changed.put(change.from(), change.now());
    }
  }

  /** For a text that is one command line. */
  static WorkingDirectories ofCommand(String text, Item whole) {
    return new WorkingDirectories(Format.COMMANDS, "", text, List.of(whole), path -> false);
  }

  /** For the lines of a notebook that are no Python; {@code %cd} holds for those below. */
  static WorkingDirectories ofNotebook(String text, List<Item> commands) {
    return new WorkingDirectories(Format.NOTEBOOK, "", text, commands, path -> false);
  }

  private Standpoint before(Item item) {
    return isImage ? image.of(item).directory() : declared.of(item);
  }

  ScriptVariables variables() {
    return variables;
  }

  /** Whether anything says in which directory something is read. */
  boolean areSaid() {
    return isImage || !changed.isEmpty() || declared.areAny();
  }

  /** The item, in pieces where it changes the directory itself. */
  List<Part> parts(Item item, boolean isCommand) {
    Standpoint directory = before(item);
    ContainerPaths container = isImage ? image.of(item).paths() : declared.container(item);
    if (!isCommand) {
      boolean seenThere = !isImage || item.path().getFirst().equals("workdir");
      Standpoint from = seenThere ? directory : Standpoint.READER;
      return List.of(new Part(item, from, container));
    }
    Matcher inline = INLINE_CONTEXT.matcher(text).region(item.start(), item.end());
    int dockerfile = text.indexOf("dockerfile:", item.start());
    if (dockerfile >= 0 && dockerfile < item.end() && inline.find()) {
      int from = Math.max(dockerfile, inline.end());
      Standpoint there = Standpoint.READER.within(inline.group(1));
      return List.of(
          new Part(piece(item, item.start(), from), Standpoint.READER, container),
          new Part(piece(item, from, item.end()), there, container));
    }
    List<Part> parts = new ArrayList<>();
    var before = changed.floorEntry(item.start());
    Standpoint now = before == null ? directory : before.getValue();
    int from = item.start();
    for (var change : changed.subMap(item.start(), false, item.end(), false).entrySet()) {
      if (!change.getValue().equals(now)) {
        parts.add(new Part(piece(item, from, change.getKey()), now, container));
        from = change.getKey();
        now = change.getValue();
      }
    }
    parts.add(new Part(piece(item, from, item.end()), now, container));
    return parts;
  }

  private static Item piece(Item item, int start, int end) {
    return start == item.start() && end == item.end()
        ? item
        : new Item(item.path(), item.isKey(), item.group(), start, end);
  }
}
