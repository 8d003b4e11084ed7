package dev.ferry.python.modules;

import dev.ferry.facts.ModuleTable;
import dev.ferry.model.TreeListing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The modules as one part of a tree sees them that is a project of its own: what lies near the
 * importing file may have names that no source root gives it. Within its own package a file of a
 * project, or of tests, means that package, whatever else has the name; any other name goes to the
 * source roots first.
 */
final class NearbyModules implements ModuleTable {
  private final PythonModuleTable all;
  private final PythonModuleTable near;
  private final String ownPackage;
  private final boolean project;

  /** Whether something tells that the directory around the package is on the search path. */
  private final boolean searched;

  /**
   * @param near the table of the directories that are on the search path of the importing file
   * @param ownPackage the name of the outermost package around that file; empty where none is
   * @param project whether some file says that a project is there; its names then come before those
   *     that the roots of the repository give
   */
  NearbyModules(PythonModuleTable all, PythonModuleTable near, String ownPackage, boolean project) {
    this.all = all;
    this.near = near;
    this.ownPackage = ownPackage;
    this.project = project;
    this.searched = project || FoundPackages.TESTS.contains(ownPackage);
  }

  /** Who answers for a name. */
  private PythonModuleTable holder(String name) {
    String top = top(name);
    if (near.fileOf(top).isEmpty()) {
      return all; // a directory without an __init__ proves nothing
    }
    boolean own = top.equals(ownPackage);
    if (isStandardLibrary(top) && !(own && project)) {
      return all; // a package of that name in some directory is not what "import types" finds
    }
    if (!searched && all.fileOf(name).isPresent()) {
      return all;
    }
    boolean preferred = own || all.fileOf(top).isEmpty();
    if (preferred) {
      return exists(near, name) || !exists(all, name) ? near : all;
    }
    return exists(all, name) || !exists(near, name) ? all : near;
  }

  private static boolean exists(ModuleTable table, String name) {
    return table.fileOf(name).isPresent() || table.isNamespacePackage(name);
  }

  private static String top(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  @Override
  public List<String> roots() {
    if (!project) {
      return all.roots();
    }
    Set<String> roots = new LinkedHashSet<>(near.roots());
    roots.addAll(all.roots());
    return List.copyOf(roots);
  }

  @Override
  public Optional<String> fileOf(String name) {
    return holder(name).fileOf(name);
  }

  @Override
  public boolean isNamespacePackage(String name) {
    return holder(name).isNamespacePackage(name);
  }

  @Override
  public boolean isRegularPackage(String name) {
    return holder(name).isRegularPackage(name);
  }

  @Override
  public List<String> namesOf(String path) {
    Set<String> names = new LinkedHashSet<>();
    PythonModuleTable first = project ? near : all;
    PythonModuleTable second = project ? all : near;
    first.namesOf(path).stream().filter(name -> holder(name) == first).forEach(names::add);
    second.namesOf(path).stream().filter(name -> holder(name) == second).forEach(names::add);
    return List.copyOf(names);
  }

  @Override
  public List<String> packagesOf(String path) {
    Set<String> packages = new LinkedHashSet<>();
    for (String name : namesOf(path)) {
      packages.add(PythonPaths.isPackageFile(path) ? name : PythonPaths.parentName(name));
    }
    return packages.isEmpty() ? all.packagesOf(path) : List.copyOf(packages);
  }

  @Override
  public Optional<String> fileBeside(String importer, String name) {
    return all.fileBeside(importer, name);
  }

  @Override
  public boolean existsBeside(String importer, String top) {
    return all.existsBeside(importer, top);
  }

  @Override
  public ModuleTable seenFrom(String importer) {
    return all.seenFrom(importer);
  }

  @Override
  public ModuleTable after(TreeListing tree, Function<String, byte[]> contents) {
    return all.after(tree, contents);
  }

  @Override
  public boolean isStandardLibrary(String name) {
    return all.isStandardLibrary(name);
  }

  @Override
  public boolean isReserved(String word) {
    return all.isReserved(word);
  }
}
