package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.Shim;
import dev.ferry.facts.Shims;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.ShimMark;
import dev.ferry.python.modules.PythonPaths;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Leaves files where modules stood that make the old name an alias of the new one in {@code
 * sys.modules}: one module object under two names, so what is patched or compared is the same.
 */
public final class PythonShims {
  private final Relocation relocation;
  private final ModuleNames names;
  private final Predicate<String> vacant;
  private final Function<String, byte[]> contents;
  private final LocalDate until;
  private final List<Problem> notes = new ArrayList<>();

  /** Old names of packages that get a shim, with the modules below that go elsewhere. */
  private final Map<String, Map<String, String>> packages = new TreeMap<>();

  private final Map<String, ShimText> texts = new TreeMap<>();

  public PythonShims(
      Relocation relocation,
      Predicate<String> vacant,
      Function<String, byte[]> contents,
      LocalDate until) {
    this.relocation = relocation;
    this.names = new ModuleNames(relocation);
    this.vacant = vacant;
    this.contents = contents;
    this.until = until;
  }

  /** The shims of all moves. */
  public Shims write() {
    for (String path : outerFirst()) {
      for (String old : relocation.before().namesOf(path).stream().limit(1).toList()) {
        String moved = names.moved(old);
        if (!moved.equals(old)) {
          add(path, old, moved);
        }
      }
    }
    List<Shim> made = new ArrayList<>();
    texts.forEach(
        (path, text) -> {
          byte[] content = text.write().getBytes(StandardCharsets.UTF_8);
          made.add(new Shim(path, text.mark().oldName(), text.mark().newName(), content));
          notes.add(
              Problem.at(
                  path,
                  0,
                  Code.M040,
                  text.mark().oldName(),
                  text.mark().newName(),
                  until.toString()));
        });
    return new Shims(made, notes);
  }

  /** Packages before what lies in them. */
  private List<String> outerFirst() {
    List<String> paths = new ArrayList<>();
    for (String path : new TreeSet<>(relocation.paths().keySet())) {
      if (path.endsWith(".py")) {
        paths.add(path);
      }
    }
    paths.sort(
        java.util.Comparator.comparing(
            (String path) ->
                PythonPaths.isPackageFile(path) ? RepoPaths.parent(path) + "/" : path));
    return paths;
  }

  private void add(String path, String old, String moved) {
    if (isFoundByPath(path)) {
      notes.add(Problem.at(path, 0, Code.M041, old, path));
      return;
    }
    for (String above = DottedNames.parent(old);
        !above.isEmpty();
        above = DottedNames.parent(above)) {
      Map<String, String> elsewhere = packages.get(above);
      if (elsewhere != null) {
        String implied = names.moved(above) + old.substring(above.length());
        if (!moved.equals(implied)) {
          elsewhere.put(old, moved);
        }
        return;
      }
    }
    boolean taken =
        !vacant.test(path)
            || relocation.after().fileOf(old).isPresent()
            || relocation.after().isNamespacePackage(old);
    if (taken) {
      notes.add(Problem.at(path, 0, Code.M042, old, moved));
      return;
    }
    ShimMark mark = new ShimMark(old, moved, until);
    if (PythonPaths.isPackageFile(path)) {
      Map<String, String> elsewhere = new LinkedHashMap<>();
      packages.put(old, elsewhere);
      texts.put(path, new PackageShim(mark, elsewhere));
    } else {
      String text = new String(contents.apply(path), StandardCharsets.ISO_8859_1);
      texts.put(path, new ModuleShim(mark, text.contains("__main__")));
    }
  }

  /** What pytest, Python or a packager finds by its place, whatever its name. */
  private static boolean isFoundByPath(String path) {
    String name = RepoPaths.name(path);
    return name.startsWith("test_")
        || name.endsWith("_test.py")
        || name.equals("conftest.py")
        || name.equals("setup.py");
  }
}
