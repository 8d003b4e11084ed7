package dev.ferry.python.rewriting;

import dev.ferry.model.ShimMark;
import java.util.Comparator;
import java.util.Map;

/**
 * The shim of a package. An alias alone would load the modules of the package a second time under
 * their old names, because they are looked for in the directory of the new one: a finder makes each
 * of them an alias too.
 *
 * @param elsewhere modules that were in the package and went to other places, to their new names
 */
record PackageShim(ShimMark mark, Map<String, String> elsewhere) implements ShimText {
  @Override
  public String write() {
    String imports =
        """
        import importlib
        import importlib.util
        import sys
        import typing
        import warnings
        """;
    return ShimText.head(mark, imports) + finder() + "\n" + ShimText.alias(mark);
  }

  private String finder() {
    StringBuilder places = new StringBuilder();
    elsewhere.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, String> each) -> -each.getKey().length()))
        .forEach(
            each ->
                places.append(
                    "        (\"%s\", \"%s\"),\n".formatted(each.getKey(), each.getValue())));
    places.append("        (\"%s\", \"%s\"),\n".formatted(mark.oldName(), mark.newName()));
    return """


    class _Moved:
        places = [
    %s    ]

        @classmethod
        def new_name(cls, name):
            for old, new in cls.places:
                if name.startswith(old + ".") or name == old:
                    return new + name[len(old):]
            return None

        @classmethod
        def find_spec(cls, name, path=None, target=None):
            new = cls.new_name(name)
            if new is None or importlib.util.find_spec(new) is None:
                return None
            return importlib.util.spec_from_loader(name, cls)

        @classmethod
        def create_module(cls, spec):
            return None

        @classmethod
        def exec_module(cls, module):
            name = module.__name__
            sys.modules[name] = importlib.import_module(cls.new_name(name))

        @classmethod
        def get_code(cls, name):
            new = cls.new_name(name)
            return importlib.util.find_spec(new).loader.get_code(new)


    sys.meta_path.insert(0, _Moved)
    """
        .formatted(places);
  }
}
