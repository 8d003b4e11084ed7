package dev.ferry.python.rewriting;

import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.Exported;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.syntax.ImportStatement.From;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rewrites Python files. Remembers the words of the last moves; safe for several threads. */
public final class PythonRewriter implements ModuleRewriter {
  private final CommandLines commands;
  private volatile @Nullable MovedBeginnings last;

  /**
   * @param commands reads the command lines that stand in strings
   */
  public PythonRewriter(CommandLines commands) {
    this.commands = commands;
  }

  @Override
  public Rewriting rewrite(
      Relocation relocation, String path, byte[] source, RewriteOptions options) {
    FileAnalysis analysis = FileAnalysis.of(source);
    Rewriting examples = new Docstrings(analysis).rewrite(relocation, path, options);
    Rewriting code = edits(relocation, path, analysis, options, examples).finish();
    return examples.edits().isEmpty() && examples.notes().isEmpty() ? code : joined(code, examples);
  }

  /** Rewrites code that stands in some other text, with the names that a file sees. */
  public Rewriting rewriteFragment(
      Relocation relocation, String path, byte[] source, RewriteOptions options) {
    return edits(relocation, path, FileAnalysis.of(source), options, null).finish();
  }

  private static Rewriting joined(Rewriting one, Rewriting other) {
    List<Edit> edits = new ArrayList<>(one.edits());
    edits.addAll(other.edits());
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    List<Problem> notes = new ArrayList<>(one.notes());
    notes.addAll(other.notes());
    return new Rewriting(edits, notes.stream().distinct().toList());
  }

  private MovedBeginnings beginnings(Relocation relocation) {
    MovedBeginnings beginnings = last;
    if (beginnings == null || !beginnings.areOf(relocation)) {
      beginnings = new MovedBeginnings(relocation);
      last = beginnings;
    }
    return beginnings;
  }

  /**
   * @param examples what becomes of the file's docstrings; null for code in some other text
   */
  private TextEdits edits(
      Relocation relocation,
      String path,
      FileAnalysis analysis,
      RewriteOptions options,
      @Nullable Rewriting examples) {
    boolean wholeFile = examples != null;
    Confidence confidence = analysis.broken() ? Confidence.MEDIUM : Confidence.HIGH;
    TextEdits edits = new TextEdits(path, analysis.source(), confidence);
    ModuleNames names =
        wholeFile ? new ModuleNames(relocation, path) : ModuleNames.inTextOf(relocation, path);
    OwnPackage own = new OwnPackage(relocation, names, path, options.deeper());
    FromTargets targets = new FromTargets(names, own);
    BoundModules modules = new BoundModules(names, targets);
    List<String> packages = packages(relocation.before().seenFrom(path), path);
    Uses uses = new Uses(analysis, modules, name -> isSubmodule(names, packages, name));
    AddedImports added = new AddedImports(analysis, names, uses, edits);

    Set<String> exported =
        analysis.exported().stream().map(Exported::name).collect(Collectors.toSet());
    Predicate<String> readElsewhere =
        name ->
            exported.contains(name)
                || relocation.readFrom().test(path, name)
                || packages.stream()
                    .anyMatch(package_ -> names.existed(DottedNames.join(package_, name)));
    LocalNames local = new LocalNames(analysis, uses, edits, readElsewhere, options.renamed());
    FromImports fromImports = new FromImports(targets, own, local, edits, !packages.isEmpty());
    for (PlacedImport placed : analysis.imports()) {
      if (placed.statement() instanceof From from) {
        fromImports.rewrite(from);
      }
    }
    HalfLoadedPackages halfLoaded = new HalfLoadedPackages(relocation, path);
    new PlainImports(analysis, names, uses, added, edits, halfLoaded, readElsewhere).rewrite();
    new SubmoduleUses(analysis, names, modules, uses, added, edits).rewrite();
    new ReachedModules(analysis, names, modules, edits).note();
    new NamedAttributes(analysis, names, modules, edits, options.strings() != null).rewrite();
    local.renameUses();
    CodeArguments code =
        new CodeArguments(
            analysis.tokens(),
            bytes -> rewriteFragment(relocation, path, bytes, options),
            edits,
            options.strings());
    CommandReferences run =
        new CommandReferences(
            relocation, analysis, names, commands, edits, options.strings(), code);
    run.rewrite(path);
    Set<Integer> constants =
        new LoadedConstants(analysis, names, edits, options.strings(), readElsewhere).rewrite();
    String ownPackage = Objects.requireNonNullElse(own.oldName(1, ""), "");
    RelativePieces relatives =
        new RelativePieces(
            analysis.tokens(), names, edits, ownPackage, packages.isEmpty() ? "" : ownPackage);
    new PiecedNames(analysis, names, edits, options.strings(), constants, relatives).rewrite();
    StringReferences strings =
        new StringReferences(
            analysis, names, own, edits, options.strings(), !packages.isEmpty(), run);
    strings.rewrite();
    new EntryPointStrings(analysis, strings, PathStrings.isSetup(path)).rewrite();
    if (examples != null) {
      new JoinedPaths(analysis, relocation, names, edits, options.strings(), path).rewrite();
      PathStrings paths = new PathStrings(analysis, new MovedPaths(relocation), edits);
      if (PathStrings.isSetup(path)) {
        paths.rewrite(path, options.strings());
      } else {
        paths.note();
      }
      new TextMentions(analysis, names, relocation, beginnings(relocation), edits, examples).note();
      packages.forEach(name -> new ExportedSubmodules(analysis, names, own, edits).keep(name));
      if (analysis.broken() && edits.size() > 0) {
        edits.note(0, Code.M025, path);
      }
    }
    return edits;
  }

  @Override
  public OptionalInt mistake(String path, byte[] content) {
    int line = FileAnalysis.of(content).tokens().brokenLine();
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }

  private static boolean isSubmodule(ModuleNames names, List<String> packages, String name) {
    return packages.stream()
        .anyMatch(package_ -> names.exists(DottedNames.join(names.moved(package_), name)));
  }

  /** The packages whose {@code __init__} the file is. */
  private static List<String> packages(ModuleTable modules, String path) {
    return modules.namesOf(path).stream()
        .filter(modules::isRegularPackage)
        .filter(name -> modules.fileOf(name).filter(path::equals).isPresent())
        .limit(1)
        .toList();
  }
}
