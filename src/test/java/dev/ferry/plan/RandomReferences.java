package dev.ferry.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes modules that refer to each other: one part for each reference, with a function to try it.
 */
final class RandomReferences {
  private final Random random;
  private final List<String> modules;
  private final List<String> packages;
  private final Set<String> regular;
  private final Set<Integer> exporting = new java.util.HashSet<>();
  private int number;

  /**
   * @param head lines at the beginning of the file
   * @param body lines after all heads
   */
  record Part(int number, String head, String body) {}

  RandomReferences(
      Random random, List<String> modules, List<String> packages, Set<String> regular) {
    this.random = random;
    this.modules = modules;
    this.packages = packages;
    this.regular = regular;
  }

  List<Part> module(int index) {
    List<Part> parts = new ArrayList<>();
    parts.add(own(index, modules.get(index)));
    for (int i = random.nextInt(6); i > 0; i--) {
      parts.add(reference(RandomTree.parent(modules.get(index)), index));
    }
    return parts;
  }

  List<Part> stub(int index) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(number++, "ID: int\n", ""));
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      parts.add(reference(RandomTree.parent(modules.get(index)), index));
    }
    return parts;
  }

  List<Part> test() {
    List<Part> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      parts.add(reference("", modules.size()));
    }
    return parts;
  }

  /** What is in a package's own file: nothing, re-exports, {@code __all__}. */
  List<Part> packageFile(String package_) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(number++, "PID = " + Math.abs(package_.hashCode() % 1000) + "\n", ""));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < modules.size(); i++) {
      String module = modules.get(i);
      if (RandomTree.parent(module).equals(package_) && random.nextInt(2) == 0) {
        String last = RandomTree.last(module);
        String from = random.nextBoolean() ? "." : package_;
        String dotted = from.equals(".") ? "." + last : package_ + "." + last;
        String head =
            switch (random.nextInt(9)) {
              case 0 -> "from " + from + " import " + last + "\n";
              case 1 -> "from " + from + " import " + last + " as " + last + "\n";
              case 2 -> "from " + dotted + " import f_" + i + ", K_" + i + "  # exported\n";
              case 3 -> "from " + dotted + " import f_" + i + " as f_" + i + "\n";
              case 4 -> exporting.contains(i) ? "from " + dotted + " import *\n" : "";
              case 5 -> "import " + module + "\n";
              case 6 -> "from " + from + " import " + last + " as renamed_" + i + "\n";
              case 7 ->
                  "from " + dotted + " import (\n    ID as ID_" + i + ",\n    f_" + i + ",\n)\n";
              default -> "";
            };
        parts.add(new Part(number++, head, ""));
        if (random.nextInt(3) == 0 && !head.isEmpty()) {
          all.add(head.contains("f_" + i) && random.nextBoolean() ? "f_" + i : last);
        }
      }
    }
    if (random.nextInt(4) == 0) {
      parts.add(reference(package_, modules.isEmpty() ? 0 : 1));
    }
    if (!all.isEmpty()) {
      String names = String.join("\", \"", all);
      parts.add(new Part(number++, "", "__all__ = [\"" + names + "\"]\n"));
    }
    return parts;
  }

  private Part own(int i, String name) {
    String start =
        switch (random.nextInt(6)) {
          case 0 -> "\"\"\"About " + name.replace('.', ' ') + ".\"\"\"\n\n";
          case 1 -> "from __future__ import annotations\n";
          case 2 -> "# a comment\n\n";
          default -> "";
        };
    boolean exports = random.nextInt(3) == 0;
    if (exports) {
      exporting.add(i);
    }
    String all = exports ? "__all__ = ['ID', 'f_" + i + "', 'K_" + i + "', 'V_" + i + "']\n" : "";
    String body =
        """
        ID = 1000 + %1$d
        V_%1$d = 2000 + %1$d
        D_%1$d = {'key': 3000 + %1$d}
        %2$s

        class K_%1$d(Exception):
            tag = 4000 + %1$d

            def m(self):
                return 5000 + %1$d


        def f_%1$d(ID=ID):
            return 6000 + ID


        def v_%1$d():
            return V_%1$d, D_%1$d['key']


        def d_%1$d(function):
            return function
        """;
    return new Part(number++, start, "\n\n" + body.formatted(i, all));
  }

  /** A reference from a package to one of the modules; as it loads only to those before it. */
  private Part reference(String own, int before) {
    boolean lazy = before == 0 || random.nextInt(3) == 0;
    int target = random.nextInt(lazy ? modules.size() : before);
    Writer writer = new Writer(number++, own, target, lazy);
    return writer.write();
  }

  /** Writes one reference to one module. */
  private final class Writer {
    private final int own;
    private final String package_;
    private final int target;
    private final String module;
    private final String parent;
    private final String last;
    private final boolean lazy;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder body = new StringBuilder();

    Writer(int own, String package_, int target, boolean lazy) {
      this.own = own;
      this.package_ = package_;
      this.target = target;
      this.module = modules.get(target);
      this.parent = RandomTree.parent(module);
      this.last = RandomTree.last(module);
      this.lazy = lazy;
    }

    Part write() {
      body.append("\n\ndef s").append(own).append("():\n");
      int kind = random.nextInt(27);
      if (parent.isEmpty() && kind >= 5 && kind <= 9) {
        kind = random.nextInt(5);
      }
      switch (kind) {
        case 0, 1 -> plain();
        case 2 -> imported("import " + module + " as v" + own + ", os\n", "v" + own);
        case 3 -> severalPlain();
        case 4 -> fromModule();
        case 5, 6 -> fromPackage();
        case 7 -> fromPackageInBrackets();
        case 8 -> implicitSubmodule();
        case 9 -> packageByAnotherName();
        case 10 -> star();
        case 11 -> loadedByName();
        case 12 -> patched();
        case 13 -> annotated();
        case 14 -> conditional();
        case 15 -> shadowed();
        case 16 -> inClass();
        case 17 -> global();
        case 18 -> closure();
        case 19 -> registry();
        case 20 -> exported();
        case 21 -> defaultsAndDecorators();
        case 22 -> patterns();
        case 23 -> deleted();
        case 24 -> assigned();
        case 25 -> oneLine();
        default -> rootOfSeveral();
      }
      return new Part(own, head.toString(), body.toString());
    }

    private void plain() {
      imported("import " + module + "\n", module);
    }

    /** The import at the head or in the function, and a use of the module in the function. */
    private void imported(String statement, String expression) {
      place(statement);
      body.append("    return ").append(use(expression)).append("\n");
    }

    private void place(String statement) {
      if (lazy) {
        body.append("    ").append(statement.strip().replace("\n", "\n    ")).append("\n");
      } else {
        head.append(statement);
      }
    }

    private String use(String it) {
      String f = it + ".f_" + target;
      String k = it + ".K_" + target;
      return switch (random.nextInt(14)) {
        case 0 -> f + "()";
        case 1 -> k + ".tag, " + k + "().m()";
        case 2 -> "f\"{" + it + ".ID} and {" + f + "()!r}\"";
        case 3 -> "(lambda: " + it + ".ID)()";
        case 4 -> "[" + it + ".ID + one for one in (0, 1)]";
        case 5 -> "(" + it.replace(".", "\n            .") + ".ID)";
        case 6 -> it.replace(".", " . ") + " . ID";
        case 7 -> f + "(ID=" + it + ".ID)";
        case 8 -> "{" + it + ".ID: " + k + "}[" + it + ".ID].tag";
        case 9 -> "getattr(" + it + ", 'ID'), " + it + ".D_" + target + "['key']";
        case 10 -> "sum(x for x in [" + it + ".ID] if " + f + ")";
        case 11 -> it + ".ID if " + f + " else " + k;
        case 12 -> "(y := " + it + ".ID), y";
        default -> it + ".ID";
      };
    }

    private void severalPlain() {
      String other = other(modules);
      String statement =
          random.nextBoolean()
              ? "import os, " + module + ", " + other + "\n"
              : "import " + module + "\nimport " + other + "\n";
      place(statement);
      body.append("    return ").append(use(module)).append(", ").append(other).append(".ID\n");
    }

    /** Another module that is there when this one loads. */
    private String other(List<String> from) {
      return from.get(
          random.nextInt(lazy ? from.size() : Math.max(1, Math.min(target, from.size()))));
    }

    private void fromModule() {
      String from = random.nextBoolean() ? relative(module) : module;
      String names = "f_%1$d, ID as i%2$d, K_%1$d as k%2$d".formatted(target, own);
      place(
          switch (random.nextInt(3)) {
            case 0 -> "from " + from + " import " + names + "\n";
            case 1 -> "from " + from + " import (" + names.replace(", ", ",\n    ") + ")\n";
            default -> "from " + from + " import \\\n    " + names + "\n";
          });
      body.append("    return f_%1$d(), i%2$d, k%2$d.tag\n".formatted(target, own));
    }

    private String siblings() {
      List<String> near =
          modules.subList(0, lazy ? modules.size() : target + 1).stream()
              .filter(name -> RandomTree.parent(name).equals(parent))
              .toList();
      return RandomTree.last(near.get(random.nextInt(near.size())));
    }

    private void fromPackage() {
      String from = random.nextBoolean() ? relative(parent) : parent;
      String more = siblings();
      boolean id = regular.contains(parent) && random.nextInt(3) == 0;
      switch (random.nextInt(4)) {
        case 0 -> imported("from " + from + " import " + last + "\n", last);
        case 1 -> imported("from " + from + " import " + last + " as v" + own + "\n", "v" + own);
        case 2 -> {
          place("from " + from + " import " + last + " as v" + own + ", " + more + "\n");
          body.append("    return " + use("v" + own) + ", " + more + ".ID\n");
        }
        default -> {
          String list = more + ", " + (id ? "PID as i" + own + ", " : "") + last + " as v" + own;
          place("from " + from + " import " + list + "  # several\n");
          body.append(
              "    return " + use("v" + own) + ", " + more + ".ID" + (id ? ", i" + own : ""));
          body.append("\n");
        }
      }
    }

    private void fromPackageInBrackets() {
      String from = random.nextBoolean() ? relative(parent) : parent;
      String more = siblings();
      String text =
          switch (random.nextInt(3)) {
            case 0 -> "(\n    %1$s as v%3$d,  # one\n    # before two\n    %2$s,  # two\n)\n";
            case 1 -> "(%1$s as v%3$d,\n    %2$s)  # both\n";
            default -> "(  # all\n    %2$s,\n    %1$s as v%3$d\n)\n";
          };
      place("from " + from + " import " + text.formatted(last, more, own));
      body.append("    return ").append(use("v" + own)).append(", ").append(more).append(".ID\n");
    }

    /** Somebody else's import makes the submodule an attribute of its package. */
    private void implicitSubmodule() {
      String top = module.substring(0, module.indexOf('.'));
      head.append(lazy ? "" : "from " + module + " import ID as i" + own + "\n");
      body.append(lazy ? "    from " + module + " import ID as i" + own + "\n" : "");
      String bound = random.nextBoolean() ? top : parent;
      place("import " + bound + "\n");
      body.append("    return ").append(use(module)).append(", i").append(own).append("\n");
    }

    private void packageByAnotherName() {
      String above = RandomTree.parent(parent);
      String start = RandomTree.last(parent);
      String from = random.nextBoolean() && !above.isEmpty() ? relative(above) : above;
      String name = random.nextBoolean() ? "w" + own : start;
      String as = name.equals(start) ? "" : " as " + name;
      place(
          "import "
              + module
              + " as u"
              + own
              + "\n"
              + (above.isEmpty() ? "import " + start : "from " + from + " import " + start)
              + as
              + "\n");
      body.append("    return ").append(use(name + "." + last)).append(", u" + own + ".ID\n");
    }

    private void star() {
      String from = random.nextBoolean() ? relative(module) : module;
      if (lazy) {
        fromModule();
        return;
      }
      head.append("from ").append(from).append(" import *\n");
      body.append("    return f_%1$d(), K_%1$d.tag\n".formatted(target));
    }

    private void loadedByName() {
      String relative = parent.isEmpty() ? module : "." + last;
      String call =
          switch (random.nextInt(7)) {
            case 0 -> "importlib.import_module('" + module + "')";
            case 1 -> "importlib.import_module(name=\"" + module + "\")";
            case 2 -> "importlib.import_module('" + relative + "', '" + parent + "')";
            case 3 -> "importlib.import_module(\"" + relative + "\", package='" + parent + "')";
            case 4 -> "__import__('" + module + "', fromlist=['ID'])";
            case 5 ->
                "(importlib.import_module('" + module + "'), sys.modules['" + module + "'])[1]";
            default -> "pkgutil.resolve_name('" + module + ":K_" + target + "')";
          };
      place("import importlib, pkgutil, sys\n");
      String end = call.startsWith("pkgutil") ? ".tag" : ".ID";
      body.append("    return ").append(call).append(end).append("\n");
    }

    private void patched() {
      head.append(lazy ? "" : "from unittest import mock\nimport " + module + " as v" + own + "\n");
      String call =
          switch (random.nextInt(4)) {
            case 0 -> "mock.patch('%1$s.V_%2$d', 7)";
            case 1 -> "mock.patch(target=\"%1$s.V_%2$d\", new=7)";
            case 2 -> "mock.patch.dict('%1$s.D_%2$d', {'key': 8})";
            default -> "mock.patch.multiple('%1$s', V_%2$d=9)";
          };
      body.append(
          lazy ? "    from unittest import mock\n    import " + module + " as v" + own + "\n" : "");
      body.append("    with " + call.formatted(module, target) + ":\n");
      body.append("        return v" + own + ".v_" + target + "()\n");
    }

    private void annotated() {
      String name = "v" + own;
      boolean dotted = random.nextBoolean();
      String statement = dotted ? "import " + module : "from " + module + " import K_" + target;
      String kind = dotted ? module + ".K_" + target : "K_" + target;
      head.append("import typing\n");
      if (lazy || !dotted) {
        head.append(
            "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    " + statement + "\n");
      } else {
        head.append(statement).append("\n");
      }
      body.append("    def " + name + "(x: '" + kind + "') -> \"typing.List[" + kind + "]\":\n");
      body.append("        pass\n");
      body.append("    return [str(getattr(k, 'tag', None)) for k in");
      body.append(" typing.get_type_hints(" + name + ", globals()).values()]\n");
    }

    private void conditional() {
      String name = "v" + own;
      String other = other(modules);
      String text =
          switch (random.nextInt(4)) {
            case 0 -> "try:\n    import %1$s as %2$s\nexcept ImportError:\n    %2$s = None\n";
            case 1 ->
                "try:\n    from %1$s import ID as %2$s_id\nexcept ImportError:\n    pass\n"
                    + "else:\n    import %1$s as %2$s\n";
            case 2 ->
                "if len('%3$s') > 1000:\n    import %3$s as %2$s\nelse:\n    import %1$s as %2$s\n";
            default ->
                "import contextlib\nwith contextlib.suppress(ImportError): import %1$s as %2$s\n";
          };
      imported(text.formatted(module, name, other), name);
    }

    private String root() {
      int dot = module.indexOf('.');
      return dot < 0 ? module : module.substring(0, dot);
    }

    /** The root's name means something else in an inner scope. */
    private void shadowed() {
      String root = root();
      place("import types as t" + own + "\nimport " + module + "\n");
      body.append("    found = [" + module + ".ID]\n");
      String fake = "None";
      String[] segments = module.split("\\.");
      for (int i = segments.length - 1; i > 0; i--) {
        fake =
            "t"
                + own
                + ".SimpleNamespace("
                + segments[i]
                + "="
                + fake.replace("None", "t" + own + ".SimpleNamespace(ID=1)")
                + ")";
      }
      if (segments.length == 1) {
        fake = "t" + own + ".SimpleNamespace(ID=1)";
      }
      String text =
          switch (random.nextInt(6)) {
            case 0 ->
                "    def inner(%1$s):\n        return %2$s.ID\n    found.append(inner(%3$s))\n";
            case 1 -> "    found += [%2$s.ID for %1$s in [%3$s]]\n";
            case 2 -> "    found.append((lambda %1$s: %2$s.ID)(%3$s))\n";
            case 3 ->
                "    def inner():\n"
                    + "        %1$s = %3$s\n"
                    + "        return %2$s.ID\n"
                    + "    found.append(inner())\n";
            case 4 ->
                "    class Inner:\n"
                    + "        %1$s = %3$s\n"
                    + "        x = %2$s.ID\n"
                    + "    found.append(Inner.x)\n";
            default ->
                "    def inner(x=%2$s.ID, *, %1$s=5):\n"
                    + "        return x, %1$s\n"
                    + "    found.append(inner())\n";
          };
      body.append(text.formatted(root, module, fake));
      body.append("    return found\n");
    }

    private void inClass() {
      String text =
          switch (random.nextInt(3)) {
            case 0 -> "class C%1$d:\n    import %2$s\n    x = %2$s.ID\n";
            case 1 -> "class C%1$d:\n    from %3$s import f_%4$d\n    x = f_%4$d()\n";
            default -> "class C%1$d:\n    import %2$s as y\n    x = y.ID\n";
          };
      place(text.formatted(own, module, module, target));
      body.append("    return C" + own + ".x\n");
    }

    private void global() {
      if (lazy) {
        closure();
        return;
      }
      head.append(
          "\ndef load"
              + own
              + "():\n    global "
              + root()
              + "\n    import "
              + module
              + "\n\nload"
              + own
              + "()\n");
      body.append("    return " + use(module) + "\n");
    }

    private void closure() {
      place("import " + module + "\n");
      String taken = random.nextBoolean() ? "beta" : "fresh1";
      body.append("    def outer():\n        " + taken + " = 3\n");
      body.append("        def inner():\n            return " + use(module) + "\n");
      body.append("        return inner(), " + taken + "\n    return outer()\n");
    }

    private void registry() {
      head.append("import pkgutil as g" + own + "\n");
      String list =
          random.nextBoolean()
              ? "['%s.f_%d']".formatted(module, target)
              : "{'one': \"%s.f_%d\"}.values()".formatted(module, target);
      body.append("    found = " + list + "\n");
      body.append("    return [g" + own + ".resolve_name(name)() for name in found]\n");
    }

    /** A name that a package may or may not take from the module. */
    private void exported() {
      if (parent.isEmpty()) {
        plain();
        return;
      }
      switch (random.nextInt(3)) {
        case 0 -> {
          body.append("    from " + parent + " import f_" + target + "\n");
          body.append("    return f_" + target + "()\n");
        }
        case 1 -> {
          body.append("    import " + parent + "\n");
          body.append("    return " + parent + ".f_" + target + "()\n");
        }
        default -> {
          body.append("    import " + parent + " as x" + own + "\n");
          body.append("    return x" + own + "." + last + ".ID\n");
        }
      }
    }

    private void defaultsAndDecorators() {
      head.append("import " + module + "\n\n\n@" + module + ".d_" + target + "\n");
      head.append("def e" + own + "(x=" + module + ".ID, *y: " + module + ".K_" + target + "):\n");
      head.append("    return x\n\n\n");
      body.append("    return e" + own + "()\n");
    }

    private void patterns() {
      String root = root();
      place("import " + module + "\n");
      String text =
          switch (random.nextInt(4)) {
            case 0 ->
                "    match %2$s.ID:\n"
                    + "        case %2$s.ID:\n"
                    + "            return 1\n"
                    + "        case _:\n"
                    + "            return 2\n";
            case 1 ->
                "    try:\n"
                    + "        raise %2$s.K_%3$d\n"
                    + "    except %2$s.K_%3$d as found:\n"
                    + "        return found.tag\n";
            case 2 -> "    with open('/dev/null') as z:\n        return %2$s.ID, z.read()\n";
            default ->
                "    def inner(v):\n"
                    + "        match v:\n"
                    + "            case [%1$s, *_]:\n"
                    + "                return %1$s\n"
                    + "    return inner([1, 2]), %2$s.ID\n";
          };
      body.append(text.formatted(root, module, target));
    }

    private void deleted() {
      body.append("    import " + module + "\n    x = " + module + ".ID\n    del " + root() + "\n");
      body.append("    return x\n");
    }

    private void assigned() {
      place("import " + module + "\n");
      body.append("    " + module + ".extra = 3\n    " + module + ".extra += 1\n");
      body.append("    for " + module + ".extra2 in (5, 6): pass\n");
      body.append("    return " + module + ".extra, " + module + ".extra2\n");
    }

    private void oneLine() {
      switch (random.nextInt(3)) {
        case 0 -> head.append("import " + module + "; x" + own + " = " + module + ".ID\n");
        case 1 -> head.append("if True: from " + module + " import ID as x" + own + "; y = 1\n");
        default -> head.append("x" + own + " = 1; import " + module + " as y" + own + "\n");
      }
      body.append("    return x" + own + "\n");
    }

    /** Several modules under one root in one function, with the root itself in use. */
    private void rootOfSeveral() {
      List<String> near =
          modules.subList(0, lazy ? modules.size() : target + 1).stream()
              .filter(name -> name.startsWith(root() + ".") || name.equals(module))
              .toList();
      String other = near.get(random.nextInt(near.size()));
      place("import " + module + "\nimport " + other + "\n");
      String more = regular.contains(root()) ? ", " + root() + ".PID" : "";
      body.append("    return " + use(module) + ", " + other + ".ID" + more + "\n");
    }

    private String relative(String name) {
      return RandomTree.relative(package_, name);
    }
  }
}
