package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.StringUse;
import dev.ferry.python.scopes.StringUse.Anchored;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites {@code import_module(".b", package="a")}: the name and the package that it starts from.
 * A name that no longer lies below that start becomes absolute, and the package then counts no
 * more. In the file of a package that loads modules by names, {@code ".b"} in a list or dictionary
 * is such a name too, with medium confidence.
 */
final class RelativeStrings {
  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final OwnPackage own;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final boolean inPackageFile;

  RelativeStrings(
      FileAnalysis analysis,
      ModuleNames names,
      OwnPackage own,
      TextEdits edits,
      @Nullable Confidence least,
      boolean inPackageFile) {
    this.analysis = analysis;
    this.names = names;
    this.own = own;
    this.edits = edits;
    this.least = least;
    this.inPackageFile = inPackageFile;
  }

  /** A relative name in a list or dictionary, from where a loader takes it. */
  void rewriteElement(StringUse string, String text) {
    if (inPackageFile) {
      rewrite(string, text, new Anchored(null, true), Confidence.MEDIUM);
    }
  }

  void rewrite(StringUse string, String text, Anchored anchored) {
    if (inPackageFile || !anchored.byName()) {
      rewrite(string, text, anchored, Confidence.HIGH);
    }
  }

  private void rewrite(StringUse string, String text, Anchored anchored, Confidence confidence) {
    int level = 0;
    while (level < text.length() && text.charAt(level) == '.') {
      level++;
    }
    String rest = text.substring(level);
    StringUse anchor = anchored.anchor();
    String start =
        anchor == null ? own.oldName(1, "") : analysis.source().text(anchor.start(), anchor.end());
    String newStart =
        anchor == null ? own.newName(1, "") : start == null ? null : names.moved(start);
    String base = start == null ? null : DottedNames.ancestor(start, level - 1);
    if (base == null || newStart == null) {
      return;
    }
    String old = DottedNames.join(base, rest);
    String newBase = DottedNames.ancestor(newStart, level - 1);
    if (!names.existed(old)) {
      return;
    }
    String moved = names.moved(old);
    String now = spell(moved, newBase, level);
    boolean changed = !now.equals(text) || (anchor != null && !newStart.equals(start));
    if (changed && (least == null || confidence.compareTo(least) > 0)) {
      edits.note(string.start(), Code.M023, text, moved);
    } else if (changed) {
      edits.replace(string.start(), string.end(), now, EditReason.STRING, confidence);
      if (confidence == Confidence.MEDIUM) {
        edits.note(string.start(), Code.M024, text, moved);
      }
      if (anchor != null && start != null && names.exists(newStart) && !newStart.equals(start)) {
        edits.replace(anchor.start(), anchor.end(), newStart, EditReason.STRING);
      }
    }
  }

  private static String spell(String module, @Nullable String base, int level) {
    if (base == null || module.equals(base) || !DottedNames.isWithin(module, base)) {
      return module;
    }
    return ".".repeat(level) + module.substring(base.length() + 1);
  }
}
