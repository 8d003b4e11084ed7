package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.rewriting.FileEndings;
import dev.ferry.python.rewriting.ModuleNames;
import dev.ferry.python.rewriting.MovedPaths;
import java.util.List;
import java.util.Optional;

/** What names and paths in documents become. Not safe for several threads. */
final class NewPlaces {
  private final Relocation relocation;
  private final ModuleNames names;
  private final MovedPaths paths;
  private final BaseDirectory base;
  private final boolean fromRoot;

  /**
   * @param document the file in which they stand
   * @param fromRoot whether paths may also begin at the root of the repository
   */
  NewPlaces(Relocation relocation, String document, boolean fromRoot) {
    this(
        relocation,
        new ModuleNames(relocation, document),
        BaseDirectory.of(document, relocation),
        fromRoot);
  }

  private NewPlaces(
      Relocation relocation, ModuleNames names, BaseDirectory base, boolean fromRoot) {
    this.relocation = relocation;
    this.names = names;
    this.paths = new MovedPaths(relocation);
    this.base = base;
    this.fromRoot = fromRoot;
  }

  /** For what is run in a directory, by names as some file sees them. */
  static NewPlaces of(Relocation relocation, ModuleNames names, String directory) {
    BaseDirectory base = BaseDirectory.at(directory, relocation);
    return new NewPlaces(relocation, names, base, base.isRoot());
  }

  /** The same for what is read in another directory, as seen from where the document is read. */
  NewPlaces within(String directory) {
    BaseDirectory inside = base.within(directory, relocation);
    return new NewPlaces(relocation, names, inside, inside.isRoot());
  }

  /** The same for paths within a package; nothing where there is no such package. */
  Optional<NewPlaces> withinPackage(String name) {
    return relocation
        .before()
        .fileOf(name)
        .filter(file -> file.endsWith("/__init__.py"))
        .map(RepoPaths::parent)
        .map(
            directory ->
                new NewPlaces(relocation, names, BaseDirectory.at(directory, relocation), false));
  }

  /**
   * A beginning of a text and what stands there afterwards.
   *
   * @param length of the beginning
   * @param whole whether it is the name of a file and not of a directory around it
   */
  record Replacement(int length, String text, boolean whole) {}

  /**
   * The longest beginning that names a moved module.
   *
   * @param name segments with dots between them
   * @param singles whether one segment alone may be a name
   */
  Optional<Replacement> name(String name, boolean singles) {
    String module = name;
    while (!module.isEmpty() && !names.existed(module)) {
      module = module.substring(0, Math.max(0, module.lastIndexOf('.')));
    }
    if (module.isEmpty() || (!singles && module.indexOf('.') < 0)) {
      return Optional.empty();
    }
    String rest = name.substring(module.length());
    if (!rest.isEmpty() && FileEndings.contains(rest.substring(1))) {
      return Optional.empty();
    }
    String moved = names.moved(module);
    return moved.equals(module)
        ? Optional.empty()
        : Optional.of(new Replacement(module.length(), moved, rest.isEmpty()));
  }

  /** The longest beginning, by whole components, that is a moved file or directory. */
  Optional<Replacement> path(String path) {
    Optional<Replacement> near = base.isRoot() ? Optional.empty() : base.moved(path, paths);
    return near.isPresent() || !fromRoot ? near : rootPath(path);
  }

  /** As {@link #path}, for what begins at the root of the repository. */
  Optional<Replacement> rootPath(String path) {
    return paths
        .of(path)
        .map(moved -> new Replacement(moved.old().length(), moved.now(), moved.old().equals(path)));
  }

  /** As {@link #path}, for what stands behind a wildcard for any number of directories. */
  Optional<Replacement> anywhere(String path) {
    return rootPath(path).or(() -> packagePath(path));
  }

  /** As {@link #path}, for paths that begin at a source root. */
  Optional<Replacement> packagePath(String path) {
    Optional<Replacement> plain = path(path);
    if (plain.isPresent()) {
      return plain;
    }
    List<String> roots = relocation.before().roots();
    for (String root : roots) {
      Optional<Replacement> found = root.isEmpty() ? plain : rootPath(root + "/" + path);
      if (found.isPresent() && found.get().text().startsWith(root + "/")) {
        int added = root.length() + 1;
        Replacement whole = found.get();
        return Optional.of(
            new Replacement(whole.length() - added, whole.text().substring(added), whole.whole()));
      }
    }
    return Optional.empty();
  }
}
