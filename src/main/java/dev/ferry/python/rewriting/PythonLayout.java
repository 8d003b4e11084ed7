package dev.ferry.python.rewriting;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.NewRoots;
import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.python.modules.MadeRoots;
import dev.ferry.python.modules.PythonPaths;
import dev.ferry.python.modules.SourceRoots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where Python's files may stand. */
public final class PythonLayout implements ModuleLayout {
  /** Libraries that import modules by name. */
  private static final Set<String> LOADING = Set.of("importlib", "pkgutil", "pytest", "runpy");

  /** Libraries that find classes, tasks or apps again by the name of their module. */
  private static final Set<String> REMEMBERING =
      Set.of("celery", "django", "pickle", "cloudpickle", "dill", "joblib", "shelve");

  @Override
  public NewRoots rootsMade(TreeListing tree, ModuleTable modules, Collection<Move> moves) {
    if (moves.stream().allMatch(move -> PythonPaths.startOfNames(directory(tree, move)) == 0)) {
      return NewRoots.NONE;
    }
    Set<String> left = new HashSet<>();
    Set<String> taken = new TreeSet<>();
    for (Move move : moves) {
      if (tree.containsFile(move.source())) {
        left.add(move.source());
        taken.add(move.destination());
      }
      for (TreeEntry entry : tree.below(move.source())) {
        left.add(entry.path());
        taken.add(move.destination() + entry.path().substring(move.source().length()));
      }
    }
    Set<String> made = MadeRoots.of(tree, modules.roots(), left, taken);
    Set<String> declared = new HashSet<>(made);
    declared.removeIf(root -> !isDeclared(tree, taken, root));
    return new NewRoots(made, declared);
  }

  /** Whether the directory, or that around its {@code src}, is or becomes a project. */
  private static boolean isDeclared(TreeListing tree, Set<String> taken, String root) {
    return Stream.of(root, RepoPaths.parent(root))
        .filter(directory -> PythonPaths.startOfNames(directory + "/") > 0)
        .anyMatch(
            directory ->
                SourceRoots.isProject(tree, directory)
                    || taken.stream()
                        .filter(SourceRoots::isProjectFile)
                        .anyMatch(file -> RepoPaths.parent(file).equals(directory)));
  }

  @Override
  public List<Problem> problems(TreeListing tree, ModuleTable modules, Move move, NewRoots made) {
    List<Problem> problems = new ArrayList<>();
    String destination = move.destination();
    if (isSource(move.source()) != isSource(destination) && tree.containsFile(move.source())) {
      problems.add(Problem.of(Code.M016, move.source(), destination));
    }
    if (!isSource(move.source()) && !tree.containsDirectory(move.source())) {
      return problems;
    }
    String root = projectOf(tree, modules, move, made);
    String inside = root.isEmpty() ? destination : destination.substring(root.length() + 1);
    // below a directory that no name can begin with, only what is last has to be spelled
    boolean named = !modules.namesOf(move.source()).isEmpty() || !isSource(move.source());
    String spelled = withoutEnding(inside);
    boolean kept = isProject(tree, move.source()) || keepsNames(tree, modules, move);
    for (String segment : (named ? spelled : RepoPaths.name(spelled)).split("/", -1)) {
      if (!kept && !PythonPaths.isIdentifier(segment)) {
        problems.add(Problem.of(Code.M005, destination, segment));
      }
    }
    if (made.isInferred(root)) {
      problems.add(Problem.of(Code.M138, root, firstStep(inside)));
    }
    String top = withoutEnding(inside);
    top = top.contains("/") ? top.substring(0, top.indexOf('/')) : top;
    boolean newTop = modules.fileOf(top).isEmpty() && !modules.isNamespacePackage(top);
    if (newTop && modules.isStandardLibrary(top)) {
      problems.add(Problem.of(Code.M006, destination, top));
    }
    twin(tree, move).ifPresent(twin -> problems.add(Problem.of(Code.M007, destination, twin)));
    if (isSource(move.source()) && isHidden(tree, move.source())) {
      problems.add(Problem.of(Code.M013, move.source(), packageFile(stem(move.source()))));
    }
    return problems;
  }

  private static boolean isProject(TreeListing tree, String directory) {
    return SourceRoots.isProject(tree, directory) && !tree.containsFile(packageFile(directory));
  }

  private static String firstStep(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /**
   * Whether only what lies beside the source names it, as far as no source root reaches: below a
   * directory that no name can spell, as before.
   */
  private static boolean keepsNames(TreeListing tree, ModuleTable modules, Move move) {
    String source = move.source();
    if (isSource(source)) {
      String below = source.substring(PythonPaths.startOfNames(source));
      return !below.equals(source)
          && modules.namesOf(source).isEmpty()
          && PythonPaths.isIdentifier(RepoPaths.name(stem(source)))
          && isBelowUnnamed(move.destination(), below);
    }
    int start = PythonPaths.startOfNames(source + "/");
    if (start > 0 && rootOf(modules, source).length() < start) {
      return isBelowUnnamed(move.destination() + "/", (source + "/").substring(start));
    }
    return tree.below(source).stream()
        .map(TreeEntry::path)
        .filter(PythonLayout::isSource)
        .allMatch(
            path ->
                PythonPaths.startOfNames(path) > source.length()
                    || rootOf(modules, path).length() > source.length());
  }

  private static boolean isBelowUnnamed(String destination, String below) {
    int start = PythonPaths.startOfNames(destination);
    return start > 0
        && ("/" + destination).endsWith("/" + below)
        && destination.length() - below.length() >= start;
  }

  private static boolean isHidden(TreeListing tree, String source) {
    return !isPackageFile(source) && tree.containsFile(packageFile(stem(source)));
  }

  /** What would share its dotted name with the destination. */
  private static Optional<String> twin(TreeListing tree, Move move) {
    String destination = move.destination();
    List<String> rivals = new ArrayList<>();
    if (isPackageFile(destination)) {
      rivals.add(RepoPaths.parent(destination) + ".py");
    } else if (isSource(destination)) {
      rivals.add(packageFile(stem(destination)));
    } else {
      rivals.add(destination + ".py");
    }
    return rivals.stream()
        .filter(tree::containsFile)
        .filter(rival -> !rival.equals(move.source()) && !rival.startsWith(move.source() + "/"))
        .findFirst();
  }

  @Override
  public Map<String, String> companions(TreeListing tree, Move move, Collection<Move> moves) {
    Map<String, String> found = new LinkedHashMap<>();
    String source = move.source();
    String destination = move.destination();
    boolean stubbed = source.endsWith(".py") && destination.endsWith(".py");
    // a stub that stands there goes along with its own module
    boolean free =
        !tree.containsFile(destination + "i")
            || moves.stream().anyMatch(other -> other.source().equals(destination));
    if (stubbed && tree.containsFile(source + "i") && free) {
      found.put(source + "i", destination + "i");
    }
    return found;
  }

  @Override
  public Map<String, String> stubsApart(TreeListing tree, Relocation relocation, Move move) {
    return StubsApart.of(tree, relocation, move);
  }

  @Override
  public List<String> compiledNames(ModuleTable modules, String path) {
    return CompiledModules.namesOf(modules, path);
  }

  /** The destination, as a path whose directories end with a slash. */
  private static String directory(TreeListing tree, Move move) {
    return tree.containsFile(move.source()) ? move.destination() : move.destination() + "/";
  }

  @Override
  public List<String> packageFiles(
      TreeListing tree, ModuleTable modules, Move move, Collection<Move> moves, NewRoots made) {
    if (!isSource(move.source()) && !holdsSources(tree, move.source())) {
      return List.of();
    }
    String sourceDirectory = RepoPaths.parent(move.source());
    if (isPackageFile(move.source())) {
      sourceDirectory = RepoPaths.parent(sourceDirectory);
    }
    boolean regular = tree.containsFile(packageFile(sourceDirectory));
    String directory = RepoPaths.parent(move.destination());
    if (isPackageFile(move.destination())) {
      directory = RepoPaths.parent(directory);
    }
    String root = projectOf(tree, modules, move, made);
    int start = PythonPaths.startOfNames(move.destination());
    List<String> added = new ArrayList<>();
    while (directory.length() >= start
        && !directory.isEmpty()
        && !directory.equals(root)
        && !tree.containsDirectory(directory)
        && !becomesProject(directory, moves)) {
      if (!isThereAfter(tree, moves, directory + ".py")
          && !DirectoriesMovedWhole.arrives(tree, moves, directory)) {
        added.addFirst(packageFile(directory));
      }
      directory = RepoPaths.parent(directory);
    }
    boolean needed = regular || tree.containsFile(packageFile(directory));
    return needed ? added : List.of();
  }

  /** A package file beside a module of its name would hide the module. */
  private static boolean isThereAfter(TreeListing tree, Collection<Move> moves, String path) {
    return moves.stream().anyMatch(move -> brings(tree, move, path))
        || tree.containsFile(path) && moves.stream().noneMatch(move -> takes(move, path));
  }

  private static boolean brings(TreeListing tree, Move move, String path) {
    return path.equals(move.destination())
        || path.startsWith(move.destination() + "/")
            && tree.containsFile(move.source() + path.substring(move.destination().length()));
  }

  private static boolean takes(Move move, String path) {
    return path.equals(move.source()) || path.startsWith(move.source() + "/");
  }

  /** Whether a file arrives there that makes a project of the directory around it. */
  private static boolean becomesProject(String directory, Collection<Move> moves) {
    return moves.stream()
        .map(Move::destination)
        .anyMatch(
            path -> SourceRoots.isProjectFile(path) && RepoPaths.parent(path).equals(directory));
  }

  private static boolean holdsSources(TreeListing tree, String directory) {
    return tree.below(directory).stream().anyMatch(entry -> isSource(entry.path()));
  }

  @Override
  public Optional<Move> moduleInTheWay(TreeListing tree, ModuleTable modules, String destination) {
    String directory = RepoPaths.parent(destination);
    if (isPackageFile(destination)) {
      directory = RepoPaths.parent(directory);
    }
    for (; !directory.isEmpty(); directory = RepoPaths.parent(directory)) {
      String module = directory + ".py";
      if (tree.containsFile(module) && !tree.containsFile(packageFile(directory))) {
        String name =
            modules.namesOf(module).stream().findFirst().orElse(directory.replace('/', '.'));
        return Optional.of(new Move(name, module, packageFile(directory)));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> packageFilesAbove(TreeListing tree, String source) {
    List<String> found = new ArrayList<>();
    String directory = RepoPaths.parent(source);
    while (!directory.isEmpty()) {
      if (tree.containsFile(packageFile(directory)) && !packageFile(directory).equals(source)) {
        found.add(packageFile(directory));
      }
      directory = RepoPaths.parent(directory);
    }
    return found;
  }

  @Override
  public boolean mayLoadByName(FileFacts facts) {
    return facts.imports().stream()
        .anyMatch(fact -> LOADING.contains(DottedNames.first(fact.module())) && fact.level() == 0);
  }

  @Override
  public Set<String> loadingLibraries() {
    return LOADING;
  }

  @Override
  public Set<String> relativeLoadingLibraries() {
    return Set.of("importlib");
  }

  @Override
  public Set<String> placingLibraries() {
    return Set.of("resources", "importlib_resources", "pkgutil", "pkg_resources", "jinja2");
  }

  @Override
  public boolean mayLoadByRelativeName(FileFacts facts) {
    return facts.imports().stream()
        .anyMatch(
            fact ->
                fact.level() == 0
                    && (fact.module().equals("importlib")
                        || fact.module().equals("importlib.util")));
  }

  @Override
  public List<String> identityHazards(String path, FileFacts facts) {
    Set<String> found = new TreeSet<>();
    if (RepoPaths.name(path).equals("conftest.py")) {
      found.add("pytest");
    }
    for (ImportFact fact : facts.imports()) {
      String library = DottedNames.first(fact.module());
      if (fact.level() == 0 && REMEMBERING.contains(library)) {
        found.add(library);
      }
    }
    return List.copyOf(found);
  }

  private static String rootOf(ModuleTable modules, String path) {
    for (String root : modules.roots()) {
      if (!root.isEmpty() && path.startsWith(root + "/")) {
        return root;
      }
    }
    return "";
  }

  /**
   * The source root of the destination. The directory of a project may have any name: where a move
   * leaves one for a directory that is no root yet, that one is the same number of steps deep.
   */
  private static String projectOf(TreeListing tree, ModuleTable modules, Move move, NewRoots made) {
    String root = rootOf(modules, move.destination());
    int start = PythonPaths.startOfNames(move.destination());
    if (root.length() >= start - 1 && start > 0) {
      return root;
    }
    for (String above = RepoPaths.parent(move.destination());
        start > 0 && above.length() >= start - 1;
        above = RepoPaths.parent(above)) {
      if (made.all().contains(above) || SourceRoots.isProject(tree, above)) {
        return above;
      }
    }
    String left = rootOf(modules, move.source());
    boolean named = Stream.of(left.split("/", -1)).allMatch(PythonPaths::isIdentifier);
    if (!root.isEmpty() || left.isEmpty() || named) {
      return root;
    }
    List<String> steps = List.of(move.destination().split("/", -1));
    int depth = left.split("/", -1).length;
    return steps.size() <= depth ? root : String.join("/", steps.subList(0, depth));
  }

  private static boolean isSource(String path) {
    return path.endsWith(".py") || path.endsWith(".pyi");
  }

  private static boolean isPackageFile(String path) {
    return path.endsWith("/__init__.py") || path.endsWith("/__init__.pyi");
  }

  private static String packageFile(String directory) {
    return directory + "/__init__.py";
  }

  private static String stem(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  /** The path that spells the dotted name. */
  private static String withoutEnding(String path) {
    if (isPackageFile(path)) {
      return RepoPaths.parent(path);
    }
    return isSource(path) ? stem(path) : path;
  }
}
