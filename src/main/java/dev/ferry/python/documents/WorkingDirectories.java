package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which directory a document says that a command of it runs, or a path of it is looked up. */
final class WorkingDirectories {
  private static final Set<String> KEYS =
      Set.of("working-directory", "workingdirectory", "dir", "context");

  /** What is read there, beside the key or below it. */
  private static final Set<String> READ_THERE =
      Set.of("run", "script", "bash", "cmds", "cmd", "dockerfile", "sources", "generates");

  private static final Pattern DIRECTORY = Pattern.compile("[\\w./-]+");

  private static final Pattern CHANGES =
      Pattern.compile("(?:^|[\\s(@;&])(\\(?)cd\\s+[\"']?([\\w./-]+)[\"']?\\s*(?:&&|;)");

  private static final Pattern INLINE_CONTEXT = Pattern.compile("\\bcontext:\\s*([\\w./-]+)");

  private final List<Place> places = new ArrayList<>();

  /** A directory, for what stands below these keys. */
  private record Place(List<String> above, int group, boolean ofStep, String directory) {}

  /** A piece of an item that is read in one directory; "" is where the document is read. */
  record Part(Item item, String directory) {}

  WorkingDirectories(String text, List<Item> items) {
    for (Item item : items) {
      if (item.isKey()) {
        unknown(text, item);
        continue;
      }
      if (item.path().isEmpty() || !isDirectory(item.path().getLast())) {
        continue;
      }
      String value = text.substring(item.start(), item.end());
      List<String> above = item.path().subList(0, item.path().size() - 1);
      boolean defaults = above.size() >= 2 && above.getLast().equals("run");
      if (DIRECTORY.matcher(value).matches() && !value.startsWith("/")) {
        List<String> scope = defaults ? above.subList(0, above.size() - 2) : above;
        places.add(new Place(scope, item.group(), !defaults, value));
      }
    }
  }

  /** A step has a directory of its own even where nothing tells which. */
  private void unknown(String text, Item key) {
    List<String> above = key.path();
    boolean defaults = above.size() >= 2 && above.getLast().equals("run");
    if (!defaults && isDirectory(text.substring(key.start(), key.end()))) {
      places.add(new Place(above, key.group(), true, "."));
    }
  }

  private static boolean isDirectory(String key) {
    return KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** The item, in pieces where it changes the directory itself. */
  List<Part> parts(String text, Item item, boolean isCommand) {
    String directory = places.isEmpty() || item.isKey() ? "" : declared(item);
    if (!isCommand) {
      return List.of(new Part(item, directory));
    }
    Matcher inline = INLINE_CONTEXT.matcher(text).region(item.start(), item.end());
    int dockerfile = text.indexOf("dockerfile:", item.start());
    if (dockerfile >= 0 && dockerfile < item.end() && inline.find()) {
      return split(item, Math.max(dockerfile, inline.end()), item.end(), inline.group(1));
    }
    Matcher changes = CHANGES.matcher(text).region(item.start(), item.end());
    if (!changes.find()) {
      return List.of(new Part(item, directory));
    }
    int closing = text.indexOf(')', changes.end());
    boolean inner = text.charAt(changes.start()) == '(' || !changes.group(1).isEmpty();
    int end = inner && closing >= 0 && closing < item.end() ? closing : item.end();
    if (changes.group(2).startsWith("/")) {
      return List.of(new Part(item, directory));
    }
    String inside = directory.isEmpty() ? changes.group(2) : directory + "/" + changes.group(2);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(piece(item, item.start(), changes.end()), directory));
    parts.add(new Part(piece(item, changes.end(), end), inside));
    parts.add(new Part(piece(item, end, item.end()), directory));
    return parts;
  }

  private static List<Part> split(Item item, int from, int to, String directory) {
    return List.of(
        new Part(piece(item, item.start(), from), ""), new Part(piece(item, from, to), directory));
  }

  private static Item piece(Item item, int start, int end) {
    return new Item(item.path(), item.isKey(), item.group(), start, end);
  }

  private String declared(Item item) {
    List<String> path = item.path();
    Optional<Place> found = Optional.empty();
    for (Place place : places) {
      int depth = place.above().size();
      boolean below =
          path.size() > depth
              && path.subList(0, depth).equals(place.above())
              && (place.ofStep()
                  ? place.group() == item.group() && READ_THERE.contains(path.get(depth))
                  : READ_THERE.contains(path.getLast()));
      if (below && (found.isEmpty() || isNearer(place, found.get()))) {
        found = Optional.of(place);
      }
    }
    return found.map(Place::directory).orElse("");
  }

  private static boolean isNearer(Place place, Place other) {
    return place.above().size() > other.above().size()
        || (place.ofStep() && place.above().size() == other.above().size());
  }
}
