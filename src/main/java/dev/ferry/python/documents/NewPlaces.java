package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.rewriting.FileEndings;
import dev.ferry.python.rewriting.ModuleNames;
import dev.ferry.python.rewriting.MovedPaths;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names and paths in documents become. Not safe for several threads. */
final class NewPlaces {
  private static final Pattern NAME = Pattern.compile("\\w+(?:\\.\\w+)*");

  private final Relocation relocation;
  private final String document;
  private final ModuleNames names;
  private final MovedPaths paths;
  private final List<BaseDirectory> bases;
  private final Standpoint standpoint;
  private final ContainerPaths container;

  /** The places as seen from where the document is read. */
  private final NewPlaces origin;

  /**
   * @param document the file in which they stand
   * @param fromRoot whether paths may also begin at the root of the repository
   */
  NewPlaces(Relocation relocation, String document, boolean fromRoot) {
    this(
        relocation,
        document,
        new ModuleNames(relocation, document),
        bases(BaseDirectory.of(document, relocation), fromRoot),
        Standpoint.READER,
        ContainerPaths.UNKNOWN,
        null);
  }

  private NewPlaces(
      Relocation relocation,
      String document,
      ModuleNames names,
      List<BaseDirectory> bases,
      Standpoint standpoint,
      ContainerPaths container,
      @Nullable NewPlaces origin) {
    this.relocation = relocation;
    this.document = document;
    this.names = names;
    this.paths = new MovedPaths(relocation);
    this.bases = List.copyOf(bases);
    this.standpoint = standpoint;
    this.container = container;
    this.origin = origin == null ? this : origin;
  }

  /** For what is run in a directory, by names as some file sees them. */
  static NewPlaces of(Relocation relocation, ModuleNames names, String directory) {
    return new NewPlaces(
        relocation,
        "",
        names,
        List.of(BaseDirectory.at(directory, relocation)),
        Standpoint.READER,
        ContainerPaths.UNKNOWN,
        null);
  }

  private static List<BaseDirectory> bases(BaseDirectory near, boolean fromRoot) {
    return near.isRoot() || !fromRoot ? List.of(near) : List.of(near, BaseDirectory.ROOT);
  }

  /**
   * The same for what is seen from elsewhere.
   *
   * @param container what is known of the paths outside of the repository
   */
  NewPlaces seenFrom(Standpoint elsewhere, ContainerPaths container) {
    List<BaseDirectory> from =
        switch (elsewhere.start()) {
          case READER, OUTSIDE -> bases;
          case ROOT -> List.of(BaseDirectory.ROOT);
          case DOCUMENT -> List.of(BaseDirectory.around(document, relocation));
        };
    if (!elsewhere.isOutside() && !elsewhere.path().isEmpty()) {
      boolean asWritten = elsewhere.start() == Standpoint.Start.DOCUMENT;
      from =
          from.stream()
              .flatMap(base -> base.within(elsewhere.path(), asWritten, relocation).stream())
              .toList();
    }
    return new NewPlaces(relocation, document, names, from, elsewhere, container, origin);
  }

  NewPlaces seenFrom(Standpoint elsewhere) {
    return seenFrom(elsewhere, container);
  }

  /** The same for what is seen from where the document is read. */
  NewPlaces seenFromReader() {
    return standpoint.isDefault() ? this : origin.seenFrom(Standpoint.READER, container);
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
                new NewPlaces(
                    relocation,
                    document,
                    names,
                    List.of(BaseDirectory.at(directory, relocation)),
                    Standpoint.READER,
                    ContainerPaths.UNKNOWN,
                    null));
  }

  /**
   * A beginning of a text and what stands there afterwards.
   *
   * @param length of the beginning
   * @param whole whether it is the name of a file and not of a directory around it
   * @param doubt the code by which it is told and not replaced
   */
  record Replacement(int length, String text, boolean whole, Optional<Code> doubt) {
    Replacement(int length, String text, boolean whole) {
      this(length, text, whole, Optional.empty());
    }
  }

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

  /**
   * The longest beginning, by whole components, that is a moved file or directory. What is seen
   * from outside of the repository is told where the document does not say what lies there.
   */
  Optional<Replacement> path(String path) {
    if (standpoint.isOutside()) {
      switch (container.find(ContainerPaths.normal(standpoint.path() + "/" + path), this::here)) {
        case ContainerPaths.Found.Known known -> {
          return inContainer(path, known);
        }
        case ContainerPaths.Found.Unknown _ -> {
          Optional<Replacement> told = outside(path);
          if (told.isPresent()) {
            return told;
          }
        }
      }
    }
    Optional<Replacement> found = hereOrNot(path);
    return found.isPresent() || standpoint.isDefault() ? found : misplaced(path);
  }

  /**
   * What is spelled as the whole path of something that moves, and is another one as seen from
   * here: where nothing is known to lie there, the directory may be meant otherwise.
   */
  private Optional<Replacement> misplaced(String path) {
    boolean there = bases.stream().anyMatch(base -> isThere(base.old() + "/" + path));
    return there || path.indexOf('/') < 0 || standpoint.isOutside()
        ? Optional.empty()
        : seenFromReader()
            .hereOrNot(path)
            .filter(found -> !path.startsWith(".."))
            .map(
                found ->
                    new Replacement(
                        found.length(), found.text(), found.whole(), Optional.of(Code.M126)));
  }

  private boolean isThere(String path) {
    String full = path.startsWith("/") ? path.substring(1) : path;
    return !relocation.before().namesOf(full).isEmpty()
        || !relocation.before().namesOf(full + "/__init__.py").isEmpty();
  }

  /** As {@link #path}, for an absolute path of which the document says what it is. */
  Optional<Replacement> absolute(String path) {
    return container.find(ContainerPaths.normal(path), this::here)
            instanceof ContainerPaths.Found.Known known
        ? absolute(path, known)
        : Optional.empty();
  }

  /** Whether a directory moves from which paths are seen. */
  boolean move() {
    return bases.stream().anyMatch(base -> !base.old().equals(base.now()));
  }

  boolean areOutside() {
    return standpoint.isOutside() && !container.isUnknown();
  }

  /** Whether a path leads to a file, as far as its ending tells. */
  boolean isFile(String path) {
    for (BaseDirectory base : bases) {
      String full = base.isRoot() ? path : base.old() + "/" + path;
      if (relocation.isMoved(full) || !relocation.before().namesOf(full).isEmpty()) {
        return true;
      }
    }
    return RepoPaths.name(path).lastIndexOf('.') > 0;
  }

  /** Whether the document says what lies there. */
  boolean knows(String absolute) {
    return container.find(ContainerPaths.normal(absolute), this::here)
        instanceof ContainerPaths.Found.Known;
  }

  private Optional<Replacement> hereOrNot(String path) {
    for (BaseDirectory base : bases) {
      Optional<Replacement> found = base.isRoot() ? rootPath(path) : base.moved(path, paths);
      if (found.isPresent()) {
        return found;
      }
    }
    return bases.isEmpty() ? Optional.empty() : bases.getFirst().upward(path);
  }

  private String here(String path) {
    Optional<Replacement> found = path.isEmpty() ? Optional.empty() : hereOrNot(path);
    return found.map(moved -> moved.text() + path.substring(moved.length())).orElse(path);
  }

  private Optional<Replacement> absolute(String path, ContainerPaths.Found.Known known) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (known.now().isEmpty()) {
      return Optional.of(gone(plain, known));
    }
    return known
        .now()
        .filter(now -> !now.equals(ContainerPaths.normal(plain)))
        .map(now -> new Replacement(plain.length(), now, true));
  }

  private Replacement gone(String path, ContainerPaths.Found.Known known) {
    return new Replacement(path.length(), here(known.here()), true, Optional.of(Code.M129));
  }

  private Optional<Replacement> inContainer(String path, ContainerPaths.Found.Known known) {
    if (known.now().isEmpty()) {
      return Optional.of(gone(path, known));
    }
    String directory = standpoint.path();
    String old =
        BaseDirectory.relative(
            directory.substring(1), ContainerPaths.normal(directory + "/" + path).substring(1));
    String moved =
        container.find(directory, this::here) instanceof ContainerPaths.Found.Known at
            ? at.now().orElse(directory)
            : directory;
    String now = BaseDirectory.relative(moved.substring(1), known.now().get().substring(1));
    return now.equals(old)
        ? Optional.empty()
        : Optional.of(new Replacement(path.length(), now, true));
  }

  /** What only ends with the path of something that moves, seen from a directory of a machine. */
  private Optional<Replacement> outside(String path) {
    String whole = ContainerPaths.normal(standpoint.path() + "/" + path);
    for (int at = 0; at >= 0 && at < standpoint.path().length(); at = whole.indexOf('/', at + 1)) {
      Optional<Replacement> found = anywhere(whole.substring(at + 1));
      if (found.isPresent() && whole.lastIndexOf('/') > at) {
        return Optional.of(
            new Replacement(path.length(), found.get().text(), true, Optional.of(Code.M126)));
      }
    }
    return Optional.empty();
  }

  /**
   * The module that this name is for a program which runs in the directory from which it is seen,
   * and looks for modules there.
   */
  Optional<Replacement> moduleHere(String name) {
    if (standpoint.isDefault()) {
      return Optional.empty();
    }
    for (String module = name; !module.isEmpty(); module = parentName(module)) {
      String path = module.replace('.', '/');
      for (String file : List.of(path + ".py", path)) {
        Optional<Replacement> found = path(file);
        if (found.isPresent() && found.get().length() == file.length()) {
          return Optional.of(asModule(module, found.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static String parentName(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** Told where no name leads from that directory to the new place. */
  private static Replacement asModule(String module, Replacement found) {
    String now = found.text();
    boolean file = now.endsWith(".py");
    String name = (file ? now.substring(0, now.length() - 3) : now).replace('/', '.');
    boolean reached = found.doubt().isEmpty() && NAME.matcher(name).matches();
    return reached
        ? new Replacement(module.length(), name, true)
        : new Replacement(module.length(), now, true, Optional.of(Code.M127));
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
    Optional<Replacement> plain = hereOrNot(path);
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
