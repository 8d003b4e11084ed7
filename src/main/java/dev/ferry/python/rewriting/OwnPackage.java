package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions.Deeper;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.modules.PythonPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What relative imports of one file start from, before and after the moves.
 *
 * <p>One that climbs to the directory around the top-level modules (the empty name) works where
 * somebody else imports that directory as a package, as hosts do with their plug-ins. What it names
 * lies there whatever the package is called, so that it is followed and stays relative.
 */
final class OwnPackage {
  private final ModuleNames names;
  private final String path;
  private final List<String> before;
  private final List<String> after;
  private final boolean moved;
  private final boolean isPackageFile;
  private final Deeper deeper;

  /**
   * @param deeper what becomes of a relative import that would get deeper
   */
  OwnPackage(Relocation relocation, ModuleNames names, String path, Deeper deeper) {
    this.names = names;
    this.path = path;
    this.deeper = deeper;
    String newPath = relocation.newPath(path);
    this.before = relocation.before().seenFrom(path).packagesOf(path);
    this.after = relocation.after().seenFrom(newPath).packagesOf(newPath);
    this.moved = relocation.isMoved(path);
    this.isPackageFile = PythonPaths.isPackageFile(path);
  }

  /** Whether a relative import may mean something else than it did. */
  boolean isMoved() {
    return moved && !before.equals(after);
  }

  /** Whether the file is the {@code __init__} of this package. */
  boolean isFileOf(String module) {
    return isPackageFile && before.contains(module);
  }

  /** Whether so many dots climb to the directory around the top-level modules, and no farther. */
  boolean startsAtTop(int level) {
    return reachesTop(before, level);
  }

  private static boolean reachesTop(List<String> packages, int level) {
    return !packages.isEmpty() && DottedNames.length(packages.getFirst()) == level - 1;
  }

  /** The {@code __init__} of the directory around the top-level modules, if it has one. */
  String topFile() {
    String directory = RepoPaths.parent(path);
    for (int i = before.isEmpty() ? 0 : DottedNames.length(before.getFirst()); i > 0; i--) {
      directory = RepoPaths.parent(directory);
    }
    return directory.isEmpty() ? "__init__.py" : directory + "/__init__.py";
  }

  /**
   * The absolute name of what a relative import named before, empty for the directory around the
   * top-level modules; null beyond that.
   */
  @Nullable String oldName(int level, String module) {
    String first = null;
    for (String start : before) {
      String name = absolute(start, level, module);
      if (name != null && names.existed(name)) {
        return name;
      }
      first = first == null ? name : first;
    }
    return first;
  }

  /**
   * The absolute name of what the same bytes name afterwards; null beyond the top, and where only
   * now they would climb to the directory around the top-level modules.
   */
  @Nullable String newName(int level, String module) {
    if (after.isEmpty() || reachesTop(after, level) && !startsAtTop(level)) {
      return null;
    }
    return absolute(after.getFirst(), level, module);
  }

  private static @Nullable String absolute(String start, int level, String module) {
    if (DottedNames.length(start) == level - 1) {
      return module;
    }
    String base = DottedNames.ancestor(start, level - 1);
    return base == null ? null : DottedNames.join(base, module);
  }

  /**
   * How an import that was relative with so many dots spells a module now: relative where that is
   * no deeper than before, where the file itself has moved, or where that is asked for; otherwise
   * absolute.
   *
   * @param written what stood behind the dots
   */
  String spell(String module, int level, String written) {
    if (level == 0 || after.isEmpty()) {
      return module;
    }
    if (isRoundabout(level, written)) {
      String base = DottedNames.ancestor(after.getFirst(), level - 1);
      if (base != null && DottedNames.isWithin(module, base)) {
        return ".".repeat(level) + rest(module, base);
      }
    }
    String own = after.getFirst();
    String common = own;
    int dots = 1;
    while (!common.isEmpty() && !DottedNames.isWithin(module, common)) {
      common = DottedNames.parent(common);
      dots++;
    }
    boolean absolute = common.isEmpty() || dots > level && !isMoved() && deeper == Deeper.ABSOLUTE;
    if (absolute && !startsAtTop(level)) {
      return module;
    }
    return ".".repeat(dots) + rest(module, common);
  }

  private static String rest(String module, String base) {
    if (base.isEmpty()) {
      return module;
    }
    return module.length() == base.length() ? "" : module.substring(base.length() + 1);
  }

  /** Whether it climbs out of a package and names that package again: it goes on doing so. */
  private boolean isRoundabout(int level, String written) {
    if (level < 2 || before.isEmpty()) {
      return false;
    }
    String old = oldName(level, written);
    String below = DottedNames.ancestor(before.getFirst(), level - 2);
    return old != null && below != null && DottedNames.isWithin(old, below);
  }
}
