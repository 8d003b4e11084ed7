package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions.Deeper;
import dev.ferry.python.modules.PythonPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What relative imports of one file start from, before and after the moves. */
final class OwnPackage {
  private final ModuleNames names;
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

  /** The absolute name of what a relative import named before; null beyond the top. */
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

  /** The absolute name of what the same bytes name afterwards; null beyond the top. */
  @Nullable String newName(int level, String module) {
    return after.isEmpty() ? null : absolute(after.getFirst(), level, module);
  }

  private static @Nullable String absolute(String start, int level, String module) {
    String base = DottedNames.ancestor(start, level - 1);
    return base == null ? null : DottedNames.join(base, module);
  }

  /**
   * How an import that was relative with so many dots spells a module now: relative where that is
   * no deeper than before, where the file itself has moved, or where that is asked for; otherwise
   * absolute.
   */
  String spell(String module, int level) {
    if (level == 0 || after.isEmpty()) {
      return module;
    }
    String own = after.getFirst();
    String common = own;
    int dots = 1;
    while (!common.isEmpty() && !DottedNames.isWithin(module, common)) {
      common = DottedNames.parent(common);
      dots++;
    }
    if (common.isEmpty() || (dots > level && !isMoved() && deeper == Deeper.ABSOLUTE)) {
      return module;
    }
    String rest = module.length() == common.length() ? "" : module.substring(common.length() + 1);
    return ".".repeat(dots) + rest;
  }
}
