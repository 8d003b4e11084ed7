package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.Exported;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.PythonSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a package exports: a submodule that {@code __all__} names was an attribute of the
 * package just because it lay there; once it has moved, the package imports it.
 */
final class ExportedSubmodules {
  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final OwnPackage own;
  private final TextEdits edits;

  ExportedSubmodules(FileAnalysis analysis, ModuleNames names, OwnPackage own, TextEdits edits) {
    this.analysis = analysis;
    this.names = names;
    this.own = own;
    this.edits = edits;
  }

  /**
   * @param package_ the name of the package whose {@code __init__} this file is
   */
  void keep(String package_) {
    List<String> statements = new ArrayList<>();
    int first = -1;
    for (Exported exported : analysis.exported()) {
      String old = DottedNames.join(package_, exported.name());
      boolean implicit =
          !analysis.module().binds(exported.name()) && names.existed(old) && !names.exists(old);
      String moved = names.moved(old);
      if (!implicit || moved.equals(DottedNames.join(names.moved(package_), exported.name()))) {
        continue;
      }
      first = first < 0 ? exported.start() : first;
      statements.add(statement(moved, exported.name()));
    }
    if (!statements.isEmpty()) {
      put(statements);
      edits.note(first, Code.M021, String.join("; ", statements));
    }
  }

  private String statement(String module, String name) {
    String parent = DottedNames.parent(module);
    String last = DottedNames.last(module);
    String alias = last.equals(name) ? "" : " as " + name;
    return parent.isEmpty()
        ? "import " + last + alias
        : "from " + own.spell(parent, 1, "") + " import " + last + alias;
  }

  /** After the last import at the margin, or before {@code __all__}. */
  private void put(List<String> statements) {
    PythonSource source = analysis.source();
    Optional<ImportStatement> last =
        analysis.imports().stream()
            .filter(placed -> placed.scope() == analysis.module())
            .map(PlacedImport::statement)
            .filter(statement -> isAtMargin(source, statement))
            .reduce((earlier, later) -> later);
    if (last.isPresent()) {
      new StatementPlace(last.get()).putAfter(statements, edits, EditReason.ADDED_IMPORT);
      return;
    }
    int at =
        analysis.references().stream()
            .filter(reference -> reference.name().equals("__all__"))
            .mapToInt((Reference reference) -> reference.start(0))
            .min()
            .orElse(0);
    String lineEnd = source.lineEnd(at);
    edits.insert(
        source.lineStart(at), String.join(lineEnd, statements) + lineEnd, EditReason.ADDED_IMPORT);
  }

  private static boolean isAtMargin(PythonSource source, ImportStatement statement) {
    int start = statement.tokens().start(statement.first());
    return source.lineStart(start) == start && new StatementPlace(statement).isOnOwnLine();
  }
}
