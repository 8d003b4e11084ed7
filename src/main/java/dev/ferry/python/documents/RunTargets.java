package dev.ferry.python.documents;

import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.NewPlaces.Replacement;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a run names, by what its format expects there, and what that is called now. */
final class RunTargets {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*(?:\\.[\\w\\x80-\\uffff]+)*");

  private final NewPlaces places;
  private final ScriptVariables variables;

  /**
   * @param variables in which the document keeps directories
   */
  RunTargets(NewPlaces places, ScriptVariables variables) {
    this.places = places;
    this.variables = variables;
  }

  Optional<Replacement> find(Run run) {
    return switch (run.use()) {
      case NAME -> name(run, true).or(() -> named(run, places::moduleHere));
      case HANDLER ->
          run.spelling().indexOf('/') >= 0
              ? handler(run)
              : name(run, true).or(() -> named(run, places::moduleHere));
      case ENTRY_POINT, WARNING -> name(run, true);
      case PATH, PATTERN, REGEX, TREE -> path(run, true);
      case LABEL -> label(run);
      case FILES -> path(run, false);
      case PACKAGE_PATH ->
          open(run.spelling(), run.open())
              .flatMap(path -> places.packagePath(path).or(() -> places.path(path)));
      case PACKAGE_DATA ->
          places
              .withinPackage(Latin.decode(run.item().path().getLast()))
              .flatMap(inside -> open(run.spelling(), run.open()).flatMap(inside::path));
      case EITHER -> path(run, true).or(() -> name(run, true));
      case COMMAND ->
          path(
                  run,
                  CommandWords.isDirectory(run.text(), run.item(), run.start())
                      || variables.isDirectoryAt(run.start()))
              .or(() -> sources(run))
              .or(() -> commandName(run));
      case VALUE -> isWhole(run) ? path(run, false).or(() -> name(run, false)) : Optional.empty();
      case OUTSIDE -> places.areOutside() ? path(run, true) : Optional.empty();
      case BELOW, CODE, NOTHING -> Optional.empty();
    };
  }

  /** {@code a/b.function}: the file is named without its ending. */
  private Optional<Replacement> handler(Run run) {
    int dot = run.spelling().lastIndexOf('.');
    if (dot < run.spelling().lastIndexOf('/')) {
      return Optional.empty();
    }
    String file = run.spelling().substring(0, dot) + ".py";
    return places
        .path(file)
        .filter(found -> found.length() == file.length() && found.text().endsWith(".py"))
        .map(
            found ->
                new Replacement(
                    dot,
                    found.text().substring(0, found.text().length() - 3),
                    true,
                    found.doubt()));
  }

  /** A directory, or the package that {@code --cov} and {@code -p} are given, in one word. */
  private Optional<Replacement> sources(Run run) {
    boolean asked = run.spelling().indexOf('/') < 0 && !run.open();
    return asked && CommandWords.isSources(run.text(), run.item(), run.start())
        ? path(run, true)
            .or(
                () ->
                    CommandWords.isPackage(run.text(), run.item(), run.start())
                        ? name(run, true)
                        : Optional.empty())
        : Optional.empty();
  }

  private Optional<Replacement> commandName(Run run) {
    if (CommandWords.namesOther(run.text(), run.item(), run.start())) {
      return Optional.empty();
    }
    boolean isRun = CommandWords.isRun(run.text(), run.item(), run.start(), run.end());
    Optional<Replacement> named = name(run, isRun);
    return named.isEmpty() && isRun ? named(run, places::moduleHere) : named;
  }

  /** A run that goes on in a wildcard or the like ends with its last whole component. */
  static Optional<String> open(String run, boolean open) {
    int slash = run.lastIndexOf('/');
    String whole = open ? run.substring(0, Math.max(0, slash)) : run;
    while (whole.endsWith("/") || (whole.endsWith(".") && !isUpward(whole))) {
      whole = whole.substring(0, whole.length() - 1);
    }
    return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
  }

  private static boolean isUpward(String path) {
    return path.equals(".") || path.equals("..") || path.endsWith("/..");
  }

  private Optional<Replacement> path(Run run, boolean singles) {
    return open(run.spelling(), run.open())
        .filter(
            path ->
                singles
                    || path.indexOf('/') >= 0
                    || path.endsWith(".py")
                    || run.spelling().endsWith("/"))
        .flatMap(places::path);
  }

  /** The short form of a label names the target that is called as its package. */
  private Optional<Replacement> label(Run run) {
    String before = run.text().substring(run.item().start(), run.start());
    if (before.endsWith(":")) {
      return before.startsWith("//") && run.spelling().indexOf('.') > 0
          ? places
              .rootPath(before.substring(2, before.length() - 1) + "/" + run.spelling())
              .filter(Replacement::whole)
              .map(found -> new Replacement(run.spelling().length(), found.text(), true))
          : Optional.empty();
    }
    if (!before.endsWith("//")) {
      return path(run, true);
    }
    boolean full = run.text().startsWith(":", run.end());
    return places
        .rootPath(run.spelling())
        .map(
            found ->
                full || RepoPaths.name(found.text()).equals(RepoPaths.name(run.spelling()))
                    ? found
                    : new Replacement(
                        found.length(),
                        found.text() + (found.whole() ? ":" + RepoPaths.name(run.spelling()) : ""),
                        found.whole()));
  }

  Optional<Replacement> name(Run run, boolean singles) {
    return named(run, name -> places.name(name, singles));
  }

  private static Optional<Replacement> named(
      Run run, Function<String, Optional<Replacement>> lookup) {
    Matcher matcher = NAME.matcher(run.spelling());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = run.spelling().substring(matcher.end());
    String name = matcher.group();
    if (!rest.isEmpty() && !rest.equals(".")) {
      return Optional.empty(); // a dash or a slash: the word of something else
    }
    if (run.open() && rest.isEmpty()) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    if (name.isEmpty() || (rest.isEmpty() && CommandWords.isVersioned(run.text(), run.end()))) {
      return Optional.empty();
    }
    return lookup.apply(name);
  }

  private static boolean isWhole(Run run) {
    String text = run.text();
    return text.substring(run.item().start(), run.start()).matches("[\\s,.+!-]*/?|ext://")
        && text.substring(run.end(), run.item().end()).matches("[\\s,;]*|:[\\w.]+|\\.?[*?\\[]\\S*");
  }
}
