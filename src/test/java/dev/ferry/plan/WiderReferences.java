package dev.ferry.plan;

import dev.ferry.plan.RandomReferences.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes references as programs grow them over the years: packages that give their names out late,
 * lists of exports put together from several, chains of fallbacks, names that a package and its
 * module share. One part for each, with a function to try it.
 */
final class WiderReferences {
  private final Random random;
  private final List<String> modules;
  private final Set<String> regular;

  /** By package: what a star takes from it that is one of its modules. */
  private final Map<String, List<Integer>> stars = new HashMap<>();

  /** By package: the modules of which it gives out something when first it is asked for. */
  private final Map<String, List<Integer>> late = new HashMap<>();

  private int number = 500;

  WiderReferences(Random random, List<String> modules, Set<String> regular) {
    this.random = random;
    this.modules = modules;
    this.regular = regular;
  }

  /**
   * What a package's file has besides; to be asked for before its users are.
   *
   * @param lists whether the file has an {@code __all__}
   */
  List<Part> packageFile(String package_, boolean lists) {
    List<Part> parts = new ArrayList<>();
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < modules.size(); i++) {
      if (RandomTree.parent(modules.get(i)).equals(package_)) {
        own.add(i);
      }
    }
    if (own.isEmpty()) {
      return parts;
    }
    switch (random.nextInt(8)) {
      case 0 -> parts.add(exports(package_, own, lists));
      case 1 -> parts.add(lateNames(package_, own));
      case 2 -> parts.add(severalModules(own));
      case 3 -> parts.add(collected(pick(own), lists));
      case 4 -> parts.add(nameOfModule(pick(own)));
      default -> {}
    }
    return parts;
  }

  /** {@code __all__} in several steps. */
  private Part exports(String package_, List<Integer> own, boolean lists) {
    String first = last(pick(own));
    int second = pick(own);
    String more =
        switch (random.nextInt(4)) {
          case 0 -> "__all__ += ['%s']\n";
          case 1 -> "__all__.extend([\"%s\"])\n";
          case 2 -> "__all__.append('%s')\n";
          default -> "__all__ = __all__ + ['%s']\n";
        };
    stars.computeIfAbsent(package_, key -> new ArrayList<>()).add(second);
    String start = lists ? "" : "__all__ = ['" + first + "']\n";
    return new Part(number++, "", start + more.formatted(last(second)));
  }

  private Part collected(int module, boolean lists) {
    String last = last(module);
    String start = lists ? "" : "__all__ = []\n";
    String more =
        "__all__ += [name for name in "
            + last
            + ".__dict__.get('__all__', []) if name in globals()]\n";
    return new Part(
        number++, "from . import " + last + "\nfrom ." + last + " import *\n", start + more);
  }

  private Part severalModules(List<Integer> own) {
    StringBuilder head = new StringBuilder("from . import (\n");
    for (int i = 0; i < Math.min(3, own.size()); i++) {
      String last = last(own.get(i));
      head.append("    ").append(last);
      head.append(random.nextBoolean() ? ",\n" : " as " + last + "_,  # " + last + "\n");
    }
    return new Part(number++, head.append(")\n").toString(), "");
  }

  /** Names that the package imports when first they are asked for. */
  private Part lateNames(String package_, List<Integer> own) {
    int one = pick(own);
    int other = pick(own);
    late.computeIfAbsent(package_, key -> new ArrayList<>()).addAll(List.of(one, other));
    String text =
        switch (random.nextInt(4)) {
          case 0 ->
              """


              def __getattr__(name):
                  if name == 'f_%1$d':
                      from .%2$s import f_%1$d
                      return f_%1$d
                  if name == 'f_%3$d':
                      import %5$s.%4$s
                      return %5$s.%4$s.f_%3$d
                  raise AttributeError(name)
              """;
          case 1 ->
              """


              _LATE = {'f_%1$d': '%5$s.%2$s', 'f_%3$d': '%5$s.%4$s'}


              def __getattr__(name):
                  import importlib
                  if name in _LATE:
                      return getattr(importlib.import_module(_LATE[name]), name)
                  raise AttributeError(name)
              """;
          case 2 ->
              """


              def __getattr__(name):
                  import importlib
                  if name == 'f_%1$d':
                      return importlib.import_module('.%2$s', __name__).f_%1$d
                  if name == 'f_%3$d':
                      return importlib.import_module('.%4$s', package=__name__).f_%3$d
                  raise AttributeError(name)
              """;
          default ->
              """


              def __getattr__(name):
                  if name in ('f_%1$d', 'f_%3$d'):
                      from . import %2$s, %4$s as second
                      return getattr(%2$s if name == 'f_%1$d' else second, name)
                  raise AttributeError(name)
              """;
        };
    return new Part(number++, "", text.formatted(one, last(one), other, last(other), package_));
  }

  /** The package has a function of the name of its module. */
  private Part nameOfModule(int module) {
    return new Part(number++, "", "\n\ndef " + last(module) + "():\n    return 7\n");
  }

  List<Part> module(int index) {
    List<Part> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean lazy = index == 0 || random.nextInt(3) == 0;
      int target = random.nextInt(lazy ? modules.size() : index);
      parts.add(new Writer(RandomTree.parent(modules.get(index)), target, lazy).write());
    }
    return parts;
  }

  private String last(int module) {
    return RandomTree.last(modules.get(module));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Writes one reference to one module. */
  private final class Writer {
    private final int own = number++;
    private final String package_;
    private final int target;
    private final String module;
    private final String parent;
    private final String last;
    private final String root;
    private final boolean lazy;

    Writer(String package_, int target, boolean lazy) {
      this.package_ = package_;
      this.target = target;
      this.module = modules.get(target);
      this.parent = RandomTree.parent(module);
      this.last = RandomTree.last(module);
      int dot = module.indexOf('.');
      this.root = dot < 0 ? module : module.substring(0, dot);
      this.lazy = lazy;
    }

    Part write() {
      return switch (random.nextInt(parent.isEmpty() ? 7 : 14)) {
        case 0 -> fallbacks();
        case 1 -> forTypes();
        case 2 -> branches();
        case 3 -> inBlock();
        case 4 -> found();
        case 5 -> oneStatement();
        case 6 -> rootOrNothing();
        case 7 -> besideRoot();
        case 8, 9 -> fromWithin();
        case 10 -> starOfPackage();
        case 11 -> lateName();
        case 12 -> kindOfName();
        default -> upwards();
      };
    }

    /** The statements at the head or in the function, which returns the expression. */
    private Part part(String statements, String expression) {
      String start = "\n\ndef s" + own + "():\n";
      String end = "    return " + expression + "\n";
      return lazy
          ? new Part(own, "", start + indented(statements) + end)
          : new Part(own, statements, start + end);
    }

    private static String indented(String statements) {
      return statements.indent(4);
    }

    private String relative(String name) {
      return random.nextBoolean() ? RandomTree.relative(package_, name) : name;
    }

    private String other() {
      return modules.get(random.nextInt(lazy ? modules.size() : target + 1));
    }

    private Part fallbacks() {
      String text =
          switch (random.nextInt(4)) {
            case 0 ->
                """
                try:
                    from nowhere.at_all import ID as v%1$d
                except ImportError:
                    try:
                        from %2$s import ID as v%1$d
                    except ImportError:
                        v%1$d = None
                """;
            case 1 ->
                """
                try:
                    from %2$s import ID as v%1$d
                except (ImportError, AttributeError):
                    from %3$s import ID as v%1$d
                """;
            case 2 ->
                """
                try:
                    import nowhere_at_all as v%1$d
                except ModuleNotFoundError:
                    import %4$s as v%1$d
                finally:
                    import %3$s as w%1$d
                v%1$d = v%1$d.ID, w%1$d.ID
                """;
            default ->
                """
                try:
                    from %2$s import f_%5$d as v%1$d
                except ImportError:
                    def v%1$d():
                        return 'nothing'
                v%1$d = v%1$d()
                """;
          };
      return part(text.formatted(own, relative(module), other(), module, target), "v" + own);
    }

    /** What only type checkers import, and somebody else when the program runs. */
    private Part forTypes() {
      String text =
          """
          import typing as t%1$d
          if t%1$d.TYPE_CHECKING:
              import %2$s
              from %3$s import K_%4$d as k%1$d
          else:
              k%1$d = None
          def v%1$d(x: "k%1$d", y: 'list[%2$s.K_%4$d]') -> "t%1$d.Optional[k%1$d]":
              pass
          """;
      String kinds = "t%1$d.get_type_hints(v%1$d, globals(), locals()).values()".formatted(own);
      return part(
          text.formatted(own, module, relative(module), target),
          "[str(kind).rpartition('.')[2] for kind in " + kinds + "]");
    }

    private Part branches() {
      String text =
          """


          def s%1$d(flag=True):
              if flag:
                  import %2$s
              else:
                  import %3$s
              return %2$s.f_%4$d()
          """;
      return new Part(own, "", text.formatted(own, module, other(), target));
    }

    private Part inBlock() {
      String text =
          switch (random.nextInt(4)) {
            case 0 -> "for _%1$d in (0,):\n    from %2$s import ID as v%1$d\n";
            case 1 -> "while True:\n    import %3$s as v%1$d\n    v%1$d = v%1$d.ID\n    break\n";
            case 2 ->
                "import contextlib\nwith contextlib.nullcontext():\n"
                    + "    from %2$s import (ID\n        as v%1$d)\n";
            default -> "if not 0:\n    if 1: from %2$s import ID as v%1$d\n    else: pass\n";
          };
      return part(text.formatted(own, relative(module), module), "v" + own);
    }

    private Part found() {
      String call =
          random.nextBoolean()
              ? "importlib.util.find_spec('" + module + "') is not None"
              : "importlib.import_module('" + module + "').__name__ in sys.modules";
      return part("import importlib.util, sys\n", call);
    }

    private Part oneStatement() {
      String other = other();
      return part(
          "import " + module + ", " + other + " as w" + own + ", " + other + "\n",
          module + ".ID, w" + own + ".ID, " + other + ".f_" + modules.indexOf(other) + "()");
    }

    private Part rootOrNothing() {
      String text =
          "try:\n    import " + module + "\nexcept ImportError:\n    " + root + " = None\n";
      return part(text, module + ".ID if " + root + " is not None else 'nothing'");
    }

    /** {@code import a.b.c as d} beside {@code import a}. */
    private Part besideRoot() {
      String text =
          random.nextBoolean()
              ? "import " + module + " as d" + own + "\nimport " + root + "\n"
              : "import " + root + ", " + module + " as d" + own + "\n";
      String more = regular.contains(root) ? ", " + root + ".PID" : "";
      return part(text, "d" + own + ".ID, " + module + ".ID" + more);
    }

    /** A function in a function imports from the package. */
    private Part fromWithin() {
      String text =
          switch (random.nextInt(3)) {
            case 0 ->
                """


                def s%1$d():
                    def inner():
                        from %2$s import %3$s as x
                        return x.ID
                    return inner()
                """;
            case 1 ->
                """


                class M%1$d:
                    def get(self):
                        from %2$s import %3$s
                        return %3$s.f_%4$d()


                def s%1$d():
                    return M%1$d().get()
                """;
            default ->
                """


                def s%1$d(x=None):
                    if x is None:
                        from %2$s import %3$s as x
                    return [x.ID for _ in (1, 2)]
                """;
          };
      return new Part(own, "", text.formatted(own, relative(parent), last, target));
    }

    private Part starOfPackage() {
      var known = stars.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
      if (known.isEmpty() || lazy) {
        return upwards();
      }
      var star = pick(known);
      String name = last(star.getValue().getFirst());
      return part("from " + relative(star.getKey()) + " import *\n", "type(" + name + ").__name__");
    }

    private Part lateName() {
      var known = late.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
      if (known.isEmpty()) {
        return upwards();
      }
      var lazyPackage = pick(known);
      int module_ = lazyPackage.getValue().get(random.nextInt(2));
      String from = relative(lazyPackage.getKey());
      return random.nextBoolean()
          ? part("from " + from + " import f_" + module_ + "\n", "f_" + module_ + "()")
          : part(
              "import " + lazyPackage.getKey() + " as p" + own + "\n",
              "p" + own + ".f_" + module_ + "()");
    }

    /** Either the module, or what the package binds under its name. */
    private Part kindOfName() {
      return part(
          "from " + relative(parent) + " import " + last + " as v" + own + "\n",
          "type(v" + own + ").__name__");
    }

    /** From the package's own parents, by as many dots as it takes. */
    private Part upwards() {
      List<Integer> near = new ArrayList<>();
      String top =
          package_.indexOf('.') < 0 ? package_ : package_.substring(0, package_.indexOf('.'));
      for (int i = 0; i < (lazy ? modules.size() : target + 1); i++) {
        if (modules.get(i).startsWith(top + ".")) {
          near.add(i);
        }
      }
      int chosen = near.isEmpty() ? target : pick(near);
      String name = modules.get(chosen);
      String from = RandomTree.relative(package_, RandomTree.parent(name));
      if (from.isEmpty()) {
        return part("import " + name + " as u" + own + "\n", "u" + own + ".ID");
      }
      return part(
          "from " + from + " import " + RandomTree.last(name) + " as u" + own + "\n",
          "u" + own + ".f_" + chosen + "()");
    }
  }
}
