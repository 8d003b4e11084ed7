package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.rewriting.FromTargets.Target;
import dev.ferry.python.syntax.ImportStatement.From;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrites {@code from} statements; a list whose names part ways is split where it stands. */
final class FromImports {
  private final FromTargets targets;
  private final OwnPackage own;
  private final LocalNames local;
  private final TextEdits edits;
  private final boolean inPackageFile;

  FromImports(
      FromTargets targets,
      OwnPackage own,
      LocalNames local,
      TextEdits edits,
      boolean inPackageFile) {
    this.targets = targets;
    this.own = own;
    this.local = local;
    this.edits = edits;
    this.inPackageFile = inPackageFile;
  }

  void rewrite(From statement) {
    String oldModule = targets.oldModule(statement);
    if (oldModule == null) {
      return; // beyond the top: it meant nothing, and as it stands it still says so
    }
    Map<String, List<Moved>> groups = new LinkedHashMap<>();
    boolean changed = false;
    String asWritten = targets.asWritten(statement);
    for (Item item : statement.names()) {
      Target target = targets.target(statement, item, oldModule);
      String name = statement.tokens().identifier(item.first());
      changed |= !target.module().equals(asWritten) || !target.name().equals(name);
      groups
          .computeIfAbsent(target.module(), key -> new ArrayList<>())
          .add(new Moved(item, target.name(), local.bound(statement, item, target.name())));
      if (target.healed()) {
        edits.note(statement.tokens().start(statement.first()), Code.M020, target.module());
      }
    }
    if (changed) {
      rewrite(statement, groups, asWritten);
    }
  }

  /**
   * A name of the list.
   *
   * @param name what it is called where it is now
   * @param bound what this file calls it afterwards
   */
  record Moved(Item item, String name, String bound) {}

  private void rewrite(
      From statement, Map<String, List<Moved>> groups, @Nullable String asWritten) {
    EditReason reason = reason(statement);
    boolean named = !own.startsAtTop(statement.level());
    if (named && groups.size() == 1 && groups.containsKey("")) {
      toPlain(statement, groups.get(""), reason);
      return;
    }
    String staying = staying(groups, asWritten);
    if (!staying.equals(asWritten)) {
      respell(statement, staying, reason);
    }
    rename(statement, groups.getOrDefault(staying, List.of()), reason);
    groups.remove(staying);
    if (!groups.isEmpty()) {
      new FromList(statement, edits).split(groups, module -> spell(statement, module));
    }
  }

  /** The module whose names keep the statement: the one that it names already, or the first. */
  private static String staying(Map<String, List<Moved>> groups, @Nullable String asWritten) {
    if (asWritten != null && groups.containsKey(asWritten)) {
      return asWritten;
    }
    return groups.keySet().stream().filter(module -> !module.isEmpty()).findFirst().orElse("");
  }

  private String spell(From statement, String module) {
    return own.spell(module, statement.level(), FromTargets.written(statement));
  }

  private EditReason reason(From statement) {
    if (inPackageFile) {
      return EditReason.EXPORT;
    }
    if (statement.level() == 0) {
      return EditReason.IMPORT;
    }
    return own.isMoved() ? EditReason.OWN_RELATIVE : EditReason.RELATIVE;
  }

  private void respell(From statement, String module, EditReason reason) {
    Tokens tokens = statement.tokens();
    int[] written = statement.module();
    String text = spell(statement, module);
    if (statement.level() == 0) {
      NameEdit edit = NameEdit.between(Segments.of(tokens, written), text);
      edits.replace(edit.start(), edit.end(), edit.text(), reason);
      return;
    }
    int start = tokens.start(statement.first() + 1);
    int end = tokens.end(statement.importKeyword() - 1);
    // from.x import y: the blank after "from" may be missing
    boolean glued = start == tokens.end(statement.first()) && !text.startsWith(".");
    boolean gluedAfter = end == tokens.start(statement.importKeyword()) && !text.endsWith(".");
    edits.replace(start, end, (glued ? " " : "") + text + (gluedAfter ? " " : ""), reason);
  }

  private void rename(From statement, List<Moved> items, EditReason reason) {
    Tokens tokens = statement.tokens();
    for (Moved moved : items) {
      int token = moved.item().first();
      String old = tokens.identifier(token);
      int alias = moved.item().alias();
      if (!old.equals(moved.name())) {
        boolean same = alias >= 0 && moved.name().equals(tokens.identifier(alias));
        int end = tokens.end(same ? alias : token);
        boolean spelled = alias >= 0 || moved.name().equals(moved.bound());
        String text = spelled ? moved.name() : moved.name() + " as " + old;
        edits.replace(tokens.start(token), end, text, reason);
      }
    }
  }

  /** All names have become top-level modules: {@code import b, fresh as c}. */
  private void toPlain(From statement, List<Moved> items, EditReason reason) {
    Tokens tokens = statement.tokens();
    edits.replace(
        tokens.start(statement.first()),
        tokens.end(statement.last()),
        FromList.statement("", items, tokens),
        reason);
  }
}
