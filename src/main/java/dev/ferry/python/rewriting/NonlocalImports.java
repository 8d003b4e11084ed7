package dev.ferry.python.rewriting;

import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ImportStatement;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Imports below {@code nonlocal root}: what they bind instead has to be bound by the function that
 * owns the name, or Python does not compile the file.
 */
final class NonlocalImports {
  private static final Pattern PLAIN_ASSIGNMENT = Pattern.compile("[ \\t]*=(?!=)");

  private final FileAnalysis analysis;
  private final AddedImports added;
  private final TextEdits edits;
  private final Scope owner;
  private final String root;

  /** Assignments of the owner to nothing but the name, to which another target can be added. */
  private final List<Reference> assignments;

  private final Set<String> bound = new HashSet<>();

  NonlocalImports(
      FileAnalysis analysis,
      Uses uses,
      AddedImports added,
      TextEdits edits,
      Scope owner,
      String root) {
    this.analysis = analysis;
    this.added = added;
    this.edits = edits;
    this.owner = owner;
    this.root = root;
    this.assignments = uses.of(owner, root).stream().filter(this::isPlainAssignment).toList();
  }

  private boolean isPlainAssignment(Reference use) {
    if (use.scope() != owner || use.use() != Reference.Use.STORE || use.length() > 1) {
      return false;
    }
    byte[] bytes = analysis.source().bytes();
    int end = use.end(0);
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    int line = analysis.source().lineStart(use.start(0));
    return analysis.source().text(line, use.start(0)).isBlank()
        && PLAIN_ASSIGNMENT.matcher(analysis.source().text(use.end(0), end)).lookingAt();
  }

  /** Whether the statement binds the name for the function around it. */
  boolean isNonlocal(ImportStatement statement) {
    Scope standing = added.scopeOf(statement);
    return standing != owner && standing.isNonlocal(root);
  }

  /** Whether somebody reads the name who does not stand within the scope of the statement. */
  boolean reachesBeyond(ImportStatement statement, List<Reference> wanting) {
    Scope standing = added.scopeOf(statement);
    return isNonlocal(statement) && wanting.stream().anyMatch(use -> !isWithin(use, standing));
  }

  private static boolean isWithin(Reference use, Scope standing) {
    for (Scope scope = use.scope(); scope != null; scope = scope.parent()) {
      if (scope == standing) {
        return true;
      }
    }
    return false;
  }

  boolean hasAssignment() {
    return !assignments.isEmpty();
  }

  /** Binds the names in the owner beside its own: {@code root = name = None}. */
  void bind(Set<String> names) {
    for (String name : names) {
      if (!owner.binds(name) && bound.add(name)) {
        for (Reference assignment : assignments) {
          edits.insert(assignment.end(0), " = " + name, EditReason.USE);
        }
      }
    }
  }

  /** Lets {@code nonlocal root} declare the names too, or instead. */
  void declare(Scope scope, Set<String> names, boolean instead) {
    Integer end = scope.nonlocalDeclaration(root);
    if (end != null && !names.isEmpty()) {
      int start = instead ? end - root.getBytes(StandardCharsets.UTF_8).length : end;
      String text = (instead ? "" : ", ") + String.join(", ", names);
      edits.replace(start, end, text, EditReason.USE);
    }
  }
}
