package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The directories that keys of a document declare for what stands beside or below them. */
final class DeclaredDirectories {
  private static final Set<String> KEYS =
      Set.of(
          "working-directory",
          "workingdirectory",
          "working_directory",
          "working_dir",
          "workingdir",
          "dir",
          "context",
          "cwd",
          "changedir",
          "change_dir",
          "chdir",
          "rootdir",
          "wdir",
          "codeuri");

  private static final int LONGEST_KEY = 17;

  /** What is read there, beside the key or below it. */
  private static final Set<String> READ_THERE =
      Set.of(
          "run",
          "script",
          "bash",
          "pwsh",
          "powershell",
          "cmds",
          "cmd",
          "command",
          "commands",
          "commands_pre",
          "commands_post",
          "entrypoint",
          "args",
          "program",
          "steps",
          "healthcheck",
          "livenessprobe",
          "readinessprobe",
          "startupprobe",
          "lifecycle",
          "buildcommand",
          "startcommand",
          "dockerfile",
          "sources",
          "generates",
          "deps",
          "outs",
          "handler",
          "module",
          "sh",
          "bat",
          "script_name",
          "parameters",
          "_new_target",
          "_new_additionalarguments",
          "wsgi-file",
          "mule");

  private static final Pattern HERE = Pattern.compile("^\\$(?:PWD\\b|\\{PWD\\}|\\(pwd\\))");

  private final String text;
  private final boolean isYaml;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, ContainerPaths> containers = new HashMap<>();

  /** What is mounted, by the element of a list that says so. */
  private final Map<Integer, String> sources = new HashMap<>();

  /** A directory, for what stands below these keys between two places of the text. */
  private record Place(
      List<String> above, int group, int from, int to, boolean ofStep, Standpoint directory) {}

  DeclaredDirectories(Format format, String text, List<Item> items) {
    this.text = text;
    this.isYaml = format.isYaml();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      List<String> path = item.path();
      if (item.isKey()) {
        unknown(item);
      } else if (!path.isEmpty() && isDirectory(path, path.getLast())) {
        declare(item, items.subList(0, i));
      }
    }
    if (isYaml && text.contains("volumes:")) {
      items.forEach(this::mount);
    }
  }

  private void declare(Item item, List<Item> before) {
    List<String> above = item.path().subList(0, item.path().size() - 1);
    boolean nested = isBlock(item) || item.path().getLast().equals("working_directory");
    Standpoint around = nested ? of(item) : Standpoint.READER;
    Standpoint directory = around.within(text.substring(item.start(), item.end()));
    int up = isDefault(above) ? 2 : isOption(above) ? 1 : 0;
    List<String> scope = above.subList(0, above.size() - up);
    int group = item.group();
    for (int i = before.size() - 1; up > 0 && i >= 0 && group == item.group(); i--) {
      group = before.get(i).path().equals(scope) ? before.get(i).group() : group;
    }
    places.add(
        place(scope, group, item.start(), up, !isDefault(above) && !isBlock(item), directory));
  }

  /** {@code dir('a') { ... }} in a Jenkinsfile, which holds for all that is within. */
  private static boolean isBlock(Item item) {
    List<String> path = item.path();
    return path.getLast().equals("dir")
        && path.size() > 1
        && path.get(path.size() - 2).startsWith("{");
  }

  /** A step has a directory of its own even where nothing tells which. */
  private void unknown(Item key) {
    boolean directory =
        key.end() - key.start() <= LONGEST_KEY
            && isDirectory(key.path(), text.substring(key.start(), key.end()));
    if (directory && !isDefault(key.path()) && !isOption(key.path())) {
      places.add(place(key.path(), key.group(), key.start(), 0, true, Standpoint.READER));
    }
  }

  private Place place(
      List<String> above, int group, int at, int up, boolean ofStep, Standpoint directory) {
    int from = 0;
    int to = text.length();
    if (isYaml) {
      int start = at;
      int end = at;
      for (int level = 0; level <= up; level++) {
        int column = YamlBlock.column(text, start);
        start = YamlBlock.start(text, start, column);
        end = YamlBlock.end(text, at, column);
        if (level < up) {
          start = Math.max(0, start - 1); // on the line of the key above
        }
      }
      from = start;
      to = end;
    }
    return new Place(above, group, from, to, ofStep, directory);
  }

  private static boolean isDirectory(List<String> path, String named) {
    if (named.length() > LONGEST_KEY) {
      return false;
    }
    String key = named.toLowerCase(Locale.ROOT);
    boolean ofProgram =
        key.equals("directory") && !path.isEmpty() && path.getFirst().contains("program:");
    return ofProgram || KEYS.contains(key);
  }

  /** {@code defaults: run: working-directory}. */
  private static boolean isDefault(List<String> above) {
    return above.size() >= 2
        && above.getLast().equals("run")
        && above.get(above.size() - 2).equals("defaults");
  }

  /** {@code "options": {"cwd": ...}} of a task. */
  private static boolean isOption(List<String> above) {
    return above.size() >= 2 && above.getLast().equals("options");
  }

  /** What a service sees of the repository: {@code volumes: [".:/app"]}. */
  private void mount(Item item) {
    List<String> path = item.path();
    int volumes = path.lastIndexOf("volumes");
    if (item.isKey() || volumes < 1) {
      return;
    }
    String service = String.join("\n", path.subList(0, volumes));
    String text = this.text.substring(item.start(), item.end());
    if (volumes == path.size() - 1) {
      for (String mount : text.split("[\\[\\],\"'\\s]+", -1)) {
        String value = HERE.matcher(mount).replaceFirst(".");
        int colon = value.indexOf(":/");
        if (colon > 0) {
          String target = value.substring(colon + 1).replaceFirst(":[a-z,]+$", "");
          mount(service, value.substring(0, colon), target);
        }
      }
    } else if (path.getLast().equals("source")) {
      sources.put(item.group(), HERE.matcher(text).replaceFirst("."));
    } else if (path.getLast().equals("target") && sources.containsKey(item.group())) {
      mount(service, sources.get(item.group()), text);
    }
  }

  private void mount(String service, String source, String target) {
    if (source.startsWith(".") && target.startsWith("/")) {
      String here = ContainerPaths.normal(source).substring(1);
      containers.merge(
          service,
          ContainerPaths.UNKNOWN.with(new ContainerPaths.Copy(here, target, true, false)),
          ContainerPaths::and);
    }
  }

  /** What of the repository is seen in the directory of an item. */
  ContainerPaths container(Item item) {
    for (int depth = item.path().size() - 1; depth > 0; depth--) {
      ContainerPaths found = containers.get(String.join("\n", item.path().subList(0, depth)));
      if (found != null) {
        return found;
      }
    }
    return ContainerPaths.UNKNOWN;
  }

  boolean areAny() {
    return !places.isEmpty();
  }

  Standpoint of(Item item) {
    Optional<Place> found = Optional.empty();
    for (Place place : places) {
      if (!item.isKey()
          && holds(place, item)
          && (found.isEmpty() || isNearer(place, found.get()))) {
        found = Optional.of(place);
      }
    }
    return found.map(Place::directory).orElse(Standpoint.READER);
  }

  private boolean holds(Place place, Item item) {
    List<String> path = item.path();
    int depth = place.above().size();
    if (path.size() <= depth
        || item.start() < place.from()
        || item.start() >= place.to()
        || !startsWith(path, place.above())) {
      return false;
    }
    boolean beside = isYaml || place.group() == item.group() || isInherited(place, item);
    String key = path.get(depth).toLowerCase(Locale.ROOT);
    boolean seen = READ_THERE.contains(path.getLast().toLowerCase(Locale.ROOT));
    return place.ofStep()
        ? beside && (READ_THERE.contains(key) || key.startsWith("exec"))
        : seen || (isBlock(item) && !path.subList(0, path.size() - 1).equals(place.above()));
  }

  private static boolean startsWith(List<String> path, List<String> above) {
    List<String> beginning = path.subList(0, above.size());
    return beginning.equals(above)
        || (above.size() == 1
            && above.getFirst().equals("testenv")
            && path.getFirst().startsWith("testenv:"));
  }

  /** The environments of tox have what their common section says. */
  private static boolean isInherited(Place place, Item item) {
    return place.above().size() == 1
        && place.above().getFirst().equals("testenv")
        && item.path().getFirst().startsWith("testenv:");
  }

  private static boolean isNearer(Place place, Place other) {
    boolean deeper = place.above().size() > other.above().size();
    boolean same = place.above().size() == other.above().size();
    boolean inner = place.from() > other.from() || place.to() < other.to();
    boolean own = other.above().equals(List.of("testenv")) || place.group() == other.group();
    return deeper || (same && place.ofStep() && (inner || own));
  }
}
