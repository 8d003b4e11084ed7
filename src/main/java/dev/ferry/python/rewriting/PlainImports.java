package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.ImportStatement.Plain;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Rewrites {@code import a.b} and the uses {@code a.b.f()} that hang on it. All imports of a scope
 * that bind the same first name are one matter: what one of them no longer loads, another may.
 */
final class PlainImports {
  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final Uses uses;
  private final AddedImports added;
  private final TextEdits edits;
  private final HalfLoadedPackages halfLoaded;
  private final Predicate<String> readElsewhere;

  /**
   * @param readElsewhere whether other files, or {@code __all__}, count on a name of this one
   */
  PlainImports(
      FileAnalysis analysis,
      ModuleNames names,
      Uses uses,
      AddedImports added,
      TextEdits edits,
      HalfLoadedPackages halfLoaded,
      Predicate<String> readElsewhere) {
    this.analysis = analysis;
    this.names = names;
    this.uses = uses;
    this.added = added;
    this.edits = edits;
    this.halfLoaded = halfLoaded;
    this.readElsewhere = readElsewhere;
  }

  void rewrite() {
    for (PlacedImport placed : analysis.imports()) {
      if (placed.statement() instanceof Plain plain) {
        plain.names().stream()
            .filter(item -> item.alias() >= 0)
            .forEach(
                item -> {
                  String old = Segments.text(plain.tokens(), item.segments());
                  rename(plain, item, names.moved(old));
                });
      }
    }
    rewriteIn(analysis.module());
    analysis.scopes().forEach(this::rewriteIn);
  }

  private void rename(Plain statement, Item item, String moved) {
    Tokens tokens = statement.tokens();
    String old = Segments.text(tokens, item.segments());
    if (!moved.equals(old)) {
      NameEdit edit = NameEdit.between(Segments.of(tokens, item.segments()), moved);
      edits.replace(edit.start(), edit.end(), edit.text(), EditReason.IMPORT);
      if (item.alias() >= 0 && moved.equals(tokens.identifier(item.alias()))) {
        // import pkg.old as old: at the top the module has that name by itself
        int end = tokens.end(item.segments()[item.segments().length - 1]);
        edits.replace(end, tokens.end(item.alias()), "", EditReason.IMPORT);
      }
    }
  }

  private void rewriteIn(Scope scope) {
    scope.bindings().forEach((name, bindings) -> rewriteGroup(scope, name, bindings));
  }

  /** One name of an import statement. */
  private record Import(Plain statement, Item item, String old, String moved) {
    boolean isChanged() {
      return !old.equals(moved);
    }
  }

  /** A use whose first {@code length} segments name a module. */
  private record Use(Reference reference, int length, String old, String moved) {
    boolean isChanged() {
      return !old.equals(moved);
    }
  }

  private void rewriteGroup(Scope owner, String root, List<Binding> bindings) {
    List<Import> imports = new ArrayList<>();
    for (Binding binding : bindings) {
      Item item = binding.item();
      if (binding.statement() instanceof Plain plain && item != null && item.alias() < 0) {
        String old = Segments.text(plain.tokens(), item.segments());
        imports.add(new Import(plain, item, old, names.moved(old)));
      }
    }
    if (imports.isEmpty()) {
      return;
    }
    Set<String> imported = new HashSet<>();
    imports.forEach(each -> imported.add(each.old()));
    List<Use> found = uses(owner, root, imported);
    imports.replaceAll(each -> withoutDirectory(owner, each, found));
    if (imports.stream().noneMatch(Import::isChanged) && found.stream().noneMatch(Use::isChanged)) {
      return;
    }
    boolean alone = bindings.size() == imports.size();
    boolean counted =
        owner == analysis.module() && readElsewhere.test(root) && !isBoundLater(bindings);
    boolean simple = imports.stream().allMatch(each -> each.old().equals(root));
    if (simple && names.isMoved(root) && (!alone || counted)) {
      imports.forEach(each -> keepBinding(each, root));
      return;
    }
    boolean declared = deletes(owner, root) || uses.isNonlocalOf(owner, root);
    boolean kept = counted || (names.exists(root) && declared);
    Group group = new Group(owner, root, imports, found, kept);
    if (!group.isPossible()) {
      return; // that the import leads nowhere then refuses the move
    }
    if (bindings.stream().anyMatch(PlainImports::isOtherwise)) {
      Import first = imports.getFirst();
      edits.note(first.statement().tokens().start(first.item().first()), Code.M022, root);
    }
    group.rewrite();
    if (declared && (!kept || group.reachesBeyond())) {
      group.renameNonlocals(alone && !kept);
    }
  }

  /**
   * An import of a namespace package that is no more becomes the import of what the uses took from
   * it, where they all took something that moved.
   */
  private Import withoutDirectory(Scope owner, Import each, List<Use> found) {
    boolean gone = !each.isChanged() && names.existed(each.old()) && !names.exists(each.old());
    if (!gone || found.stream().anyMatch(use -> !use.isChanged())) {
      return each;
    }
    for (Use use : found) {
      if (DottedNames.isWithin(use.old(), each.old())) {
        added.provides(owner, use.moved());
        return new Import(each.statement(), each.item(), each.old(), use.moved());
      }
    }
    return each;
  }

  /** Whether the file ends with the name bound by another import, which others read then. */
  private static boolean isBoundLater(List<Binding> bindings) {
    Binding last = bindings.getLast();
    ImportStatement statement = last.statement();
    if (statement == null || BoundModules.isShared(last)) {
      return false;
    }
    int start = statement.tokens().start(statement.first());
    return statement.tokens().source().lineStart(start) == start;
  }

  private static boolean isOtherwise(Binding binding) {
    return !BoundModules.isShared(binding) && binding.kind() != BindingKind.DELETION;
  }

  private boolean deletes(Scope owner, String root) {
    return uses.of(owner, root).stream()
        .anyMatch(use -> use.use() == Reference.Use.DELETE && use.length() == 1);
  }

  private List<Use> uses(Scope owner, String root, Set<String> imported) {
    List<Use> found = new ArrayList<>();
    for (Reference reference : uses.including(owner, root)) {
      if (reference.length() == 1 && reference.use() != Reference.Use.LOAD) {
        continue;
      }
      List<String> segments = Segments.names(reference);
      int length = names.moduleLength(segments, 1, imported);
      String old = String.join(".", segments.subList(0, length));
      found.add(new Use(reference, length, old, names.moved(old)));
    }
    return found;
  }

  /** {@code import old} becomes {@code import new.place as old}. */
  private void keepBinding(Import each, String root) {
    rename(each.statement(), each.item(), each.moved());
    Tokens tokens = each.statement().tokens();
    edits.insert(tokens.end(each.item().last()), " as " + root, EditReason.IMPORT);
  }

  /** The imports of one scope that bind one name, and the uses of that name. */
  private final class Group {
    private final Scope owner;
    private final String root;
    private final List<Import> imports;
    private final List<Use> found;
    private final boolean rootNeeded;
    private final List<Reference> wanting;
    private final NavigableSet<String> before = new TreeSet<>();
    private final NavigableSet<String> after = new TreeSet<>();

    private final Map<String, Boolean> taken = new HashMap<>();
    private final NonlocalImports nonlocals;

    /** How uses name a module now: the same for all of them. */
    private final Map<String, String> written = new HashMap<>();

    Group(Scope owner, String root, List<Import> imports, List<Use> found, boolean rootNeeded) {
      this.owner = owner;
      this.root = root;
      this.imports = imports;
      this.found = found;
      this.rootNeeded = rootNeeded;
      this.wanting = found.stream().filter(Use::isChanged).map(Use::reference).toList();
      this.nonlocals = new NonlocalImports(analysis, uses, added, edits, owner, root);
    }

    /** Whether the owner of the name can bind what functions in it will import instead. */
    boolean isPossible() {
      return nonlocals.hasAssignment()
          || imports.stream()
              .filter(this::leavesRoot)
              .filter(each -> nonlocals.isNonlocal(each.statement()))
              .filter(each -> !rootNeeded || nonlocals.reachesBeyond(each.statement(), wanting))
              .allMatch(each -> isBoundByOwner(DottedNames.first(each.moved())));
    }

    private boolean leavesRoot(Import each) {
      return each.isChanged() && !DottedNames.first(each.moved()).equals(root);
    }

    private boolean isBoundByOwner(String name) {
      return owner.binds(name)
          || imports.stream()
              .filter(each -> !nonlocals.isNonlocal(each.statement()))
              .anyMatch(each -> DottedNames.first(each.moved()).equals(name));
    }

    /** Whether an import of one function is read in another one. */
    boolean reachesBeyond() {
      return imports.stream()
          .filter(this::leavesRoot)
          .anyMatch(each -> nonlocals.reachesBeyond(each.statement(), wanting));
    }

    void rewrite() {
      for (Import each : imports) {
        if (each.isChanged()) {
          rewriteImport(each);
        }
      }
      for (Use use : found) {
        if (use.isChanged()) {
          rewriteUse(use);
        }
      }
      if (!rootNeeded && !names.exists(root)) {
        renameDeletions();
      }
      keepWhatIsStillUsed();
    }

    private void rewriteImport(Import each) {
      rename(each.statement(), each.item(), each.moved());
      String newRoot = DottedNames.first(each.moved());
      boolean tooEarly = isReadTooEarly(each);
      if (newRoot.equals(root) && !tooEarly) {
        return;
      }
      if (tooEarly || taken.computeIfAbsent(newRoot, name -> uses.isTaken(owner, name, wanting))) {
        String alias = added.aliasFor(owner, each.moved(), wanting);
        Tokens tokens = each.statement().tokens();
        edits.insert(tokens.end(each.item().last()), " as " + alias, EditReason.IMPORT);
        added.declareGlobal(each.statement(), root, alias);
        return;
      }
      uses.willBind(owner, newRoot);
      added.declareGlobal(each.statement(), root, newRoot);
    }

    /** Whether a use of the import would run before the new name can be read as attributes. */
    private boolean isReadTooEarly(Import each) {
      return found.stream()
          .filter(use -> DottedNames.isWithin(use.moved(), each.moved()))
          .filter(use -> HalfLoadedPackages.isAtOnce(use.reference()))
          .anyMatch(use -> halfLoaded.hide(use.old(), use.moved()));
    }

    /**
     * {@code nonlocal root}, where no import binds that name any more.
     *
     * @param gone whether nothing else does
     */
    void renameNonlocals(boolean gone) {
      for (Scope scope : uses.nonlocalIn(owner, root)) {
        Set<String> bound = new TreeSet<>();
        for (Import each : imports) {
          bound.add(added.boundName(owner, each.moved()));
        }
        bound.removeIf(name -> scope.isNonlocal(name) || name.equals(root));
        nonlocals.declare(scope, bound, gone);
        bound.removeIf(this::isBoundByOwner);
        nonlocals.bind(bound);
      }
    }

    /** {@code del root}, where nothing has that name any more: what is bound instead goes. */
    private void renameDeletions() {
      Set<String> bound = new TreeSet<>();
      for (Import each : imports) {
        bound.add(added.boundName(owner, each.moved()));
      }
      for (Reference use : uses.of(owner, root)) {
        if (use.use() == Reference.Use.DELETE && use.length() == 1) {
          edits.replace(use.start(0), use.end(0), String.join(", ", bound), EditReason.USE);
        }
      }
    }

    private void rewriteUse(Use use) {
      Plain anchor = imports.getFirst().statement();
      if (staysInPackage(use) || imports.stream().anyMatch(each -> isAlong(use, each))) {
        added.provides(owner, use.moved());
      }
      String name =
          written.computeIfAbsent(
              use.moved(), moved -> added.nameFor(owner, moved, anchor, root, wanting));
      uses.willRead(use.reference().scope(), owner, DottedNames.first(name));
      NameEdit edit = NameEdit.between(Segments.of(use.reference(), use.length()), name);
      edits.replace(edit.start(), edit.end(), edit.text(), EditReason.USE);
    }

    /** Whether a module went with its package: whoever loaded it for that one still does. */
    private static boolean isAlong(Use use, Import each) {
      return each.isChanged()
          && DottedNames.isWithin(use.old(), each.old())
          && use.moved().equals(each.moved() + use.old().substring(each.old().length()));
    }

    /**
     * Whether a module only gets another name in its package, which the import still reaches:
     * whoever loaded it there before loads it there now, so no import has to be added.
     */
    private boolean staysInPackage(Use use) {
      String package_ = DottedNames.parent(use.old());
      return !package_.isEmpty()
          && package_.equals(DottedNames.parent(use.moved()))
          && !names.binds(package_, DottedNames.last(use.moved()))
          && imports.stream().anyMatch(each -> !each.isChanged());
    }

    /** Rule 4: the old import stays where {@code a} or {@code a.x} is still used. */
    private void keepWhatIsStillUsed() {
      for (Import each : imports) {
        before.add(each.old());
        if (!isAliased(each)) {
          after.add(each.moved());
        }
      }
      NavigableSet<String> kept = new TreeSet<>();
      Set<String> unchanged = new HashSet<>();
      for (Use use : found) {
        if (!use.isChanged() && unchanged.add(use.old())) {
          keep(use.old(), kept);
        }
      }
      if (rootNeeded && !names.exists(root) && names.isMoved(root)) {
        keepExported();
      } else if (rootNeeded) {
        keep(root, kept);
      }
      for (String name : kept) {
        boolean implied = DottedNames.anyWithin(kept.tailSet(name, false), name);
        if (!implied) {
          Import loser = loser(name);
          int start = loser.statement().tokens().start(loser.item().first());
          edits.insert(start, name + ", ", EditReason.IMPORT);
        }
      }
    }

    /** Others read the name from here: it goes on standing for the package, wherever that is. */
    private void keepExported() {
      Import first = imports.getFirst();
      int start = first.statement().tokens().start(first.item().first());
      edits.insert(start, names.moved(root) + " as " + root + ", ", EditReason.IMPORT);
    }

    private void keep(String module, Set<String> kept) {
      String needed = DottedNames.anyWithin(before, module) ? module : root;
      if (!DottedNames.anyWithin(after, needed)) {
        kept.add(needed);
      }
    }

    private boolean isAliased(Import each) {
      return each.isChanged() && added.hasAlias(owner, each.moved());
    }

    private Import loser(String name) {
      return imports.stream()
          .filter(each -> each.isChanged() && DottedNames.isWithin(each.old(), name))
          .findFirst()
          .orElseGet(imports::getFirst);
    }
  }
}
