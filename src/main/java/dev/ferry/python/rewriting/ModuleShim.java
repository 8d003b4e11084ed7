package dev.ferry.python.rewriting;

import dev.ferry.model.ShimMark;

/**
 * The shim of a module.
 *
 * @param isProgram whether {@code python -m} has to run what moved
 */
record ModuleShim(ShimMark mark, boolean isProgram) implements ShimText {
  @Override
  public String write() {
    if (!isProgram) {
      String imports =
          """
          import importlib
          import sys
          import typing
          import warnings
          """;
      return ShimText.head(mark, imports) + "\n" + ShimText.alias(mark);
    }
    String imports =
        """
        import importlib
        import runpy
        import sys
        import typing
        import warnings
        """;
    return ShimText.head(mark, imports)
        + """

        if __name__ == "__main__":
            runpy.run_module("%s", run_name="__main__", alter_sys=True)
        else:
        """
            .formatted(mark.newName())
        + ShimText.alias(mark).indent(4);
  }
}
