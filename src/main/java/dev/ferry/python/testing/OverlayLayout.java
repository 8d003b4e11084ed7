package dev.ferry.python.testing;

import dev.ferry.toolchain.FileToMake;
import dev.ferry.toolchain.Overlay;
import dev.ferry.toolchain.OverlayPlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A virtual environment made of a few files, which imports the repository's modules from one slot.
 *
 * <p>Its only {@code .pth} file lists the slot's source roots, then the base environment's
 * site-packages as plain entries: Python does not read the {@code .pth} files of a directory that
 * was entered by one, so an editable install of the checkout is not followed. Lines of those files
 * that do not lead into the checkout are carried over.
 */
final class OverlayLayout {
  /** A longer first line is cut off by some systems (127 bytes), so a shell has to help. */
  private static final int LONGEST_SHEBANG = 120;

  /** An entry of the mapping in the finder module of an editable install. */
  private static final Pattern MAPPED =
      Pattern.compile("['\"]([\\w.]+)['\"]\\s*:\\s*['\"]([^'\"\\n]+)['\"]");

  private static final Pattern FINDER = Pattern.compile("\\b(__editable__\\w+)");

  private final PythonAnswer python;
  private final OverlayPlace place;
  private final String bin;
  private final String interpreter;

  OverlayLayout(PythonAnswer python, OverlayPlace place) {
    this.python = python;
    this.place = place;
    this.bin = place.directory() + "/bin";
    this.interpreter = bin + "/python";
  }

  Overlay overlay() {
    String packages = place.directory() + "/lib/python" + shortVersion() + "/site-packages";
    List<FileToMake> files = new ArrayList<>();
    files.add(text(place.directory() + "/pyvenv.cfg", configuration()));
    files.add(new FileToMake.Link(interpreter, python.baseExecutable()));
    files.add(new FileToMake.Link(bin + "/python3", "python"));
    files.add(new FileToMake.Link(bin + "/python" + shortVersion(), "python"));
    files.add(text(packages + "/ferry.pth", pathFile()));
    files.add(text(packages + "/ferry_pytest.py", Scripts.PYTEST_PLUGIN.text()));
    scripts().forEach((name, text) -> files.add(new FileToMake.Text(bin + "/" + name, text, true)));
    return new Overlay(
        files,
        bin,
        interpreter,
        Map.of(
            "VIRTUAL_ENV", place.directory(),
            "PYTHONNOUSERSITE", "1",
            "PYTHONHASHSEED", "0"));
  }

  private String configuration() {
    String home = parent(python.baseExecutable());
    return "home = "
        + home
        + "\ninclude-system-site-packages = false\nversion = "
        + python.version()
        + "\n";
  }

  private String pathFile() {
    Set<String> lines = new LinkedHashSet<>();
    place.roots().forEach(root -> lines.add(inSlot(root)));
    lines.addAll(translated());
    lines.addAll(python.packages());
    lines.addAll(carriedOver());
    return String.join("\n", lines) + "\n";
  }

  private String inSlot(String root) {
    return root.isEmpty() ? place.slot() : place.slot() + "/" + root;
  }

  /** Where editable installs lead into the checkout, the same places of the slot. */
  private List<String> translated() {
    List<String> entries = new ArrayList<>();
    forEachLine(
        line -> {
          if (!isCode(line) && leadsIntoCheckout(line)) {
            entries.add(place.slot() + line.substring(place.checkout().length()));
          }
        });
    python.finders().values().forEach(source -> entries.addAll(mappedRoots(source)));
    return entries;
  }

  private List<String> mappedRoots(String finder) {
    List<String> roots = new ArrayList<>();
    Matcher matcher = MAPPED.matcher(finder);
    while (matcher.find()) {
      String target = matcher.group(2);
      String tail = "/" + matcher.group(1).replace('.', '/');
      if (leadsIntoCheckout(target) && target.endsWith(tail)) {
        String root = target.substring(0, target.length() - tail.length());
        roots.add(place.slot() + root.substring(place.checkout().length()));
      }
    }
    return roots;
  }

  private List<String> carriedOver() {
    List<String> lines = new ArrayList<>();
    forEachLine(
        line -> {
          boolean leads = isCode(line) ? codeLeadsIntoCheckout(line) : leadsIntoCheckout(line);
          if (!leads) {
            lines.add(line);
          }
        });
    return lines;
  }

  private boolean codeLeadsIntoCheckout(String line) {
    if (line.contains(place.checkout() + "/") || line.contains(place.checkout() + "'")) {
      return true;
    }
    Matcher matcher = FINDER.matcher(line);
    while (matcher.find()) {
      String source = python.finders().getOrDefault(matcher.group(1), "");
      if (source.contains(place.checkout() + "/")) {
        return true;
      }
    }
    return false;
  }

  /** The environment itself may lie inside the checkout; what it holds is no part of it. */
  private boolean leadsIntoCheckout(String target) {
    boolean inEnvironment =
        (isInside(python.prefix(), place.checkout()) && isInside(target, python.prefix()))
            || python.packages().stream().anyMatch(packages -> isInside(target, packages));
    return !inEnvironment && isInside(target, place.checkout());
  }

  private static boolean isInside(String path, String directory) {
    return path.equals(directory) || path.startsWith(directory + "/");
  }

  private static boolean isCode(String line) {
    return line.startsWith("import ") || line.startsWith("import\t");
  }

  private void forEachLine(Consumer<String> visitor) {
    python
        .pathFiles()
        .values()
        .forEach(files -> files.values().forEach(lines -> lines.forEach(visitor)));
  }

  /** The console scripts, started by the overlay's interpreter. */
  private Map<String, String> scripts() {
    Map<String, String> wrapped = new TreeMap<>();
    python.scripts().forEach((name, text) -> wrapped.put(name, shebang() + body(text)));
    if (python.pytest() != null) {
      String start = "import sys\nimport pytest\nsys.exit(pytest.console_main())\n";
      wrapped.putIfAbsent("pytest", shebang() + start);
    }
    wrapped.keySet().removeIf(name -> name.startsWith("python"));
    return wrapped;
  }

  private String shebang() {
    if (interpreter.length() <= LONGEST_SHEBANG && !interpreter.contains(" ")) {
      return "#!" + interpreter + "\n";
    }
    // read by sh as a command, by Python as a string
    return "#!/bin/sh\n'''exec' \"" + interpreter + "\" \"$0\" \"$@\"\n' '''\n";
  }

  private static String body(String script) {
    int end = script.indexOf('\n') + 1;
    String rest = script.substring(end);
    boolean helped = rest.startsWith("'''exec'");
    return helped ? rest.substring(rest.indexOf("' '''") + "' '''".length()).stripLeading() : rest;
  }

  private String shortVersion() {
    String version = python.version();
    return version.substring(0, version.lastIndexOf('.'));
  }

  private static FileToMake text(String path, String text) {
    return new FileToMake.Text(path, text, false);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(1, path.lastIndexOf('/')));
  }
}
