package dev.ferry.python.rewriting;

import dev.ferry.model.ShimMark;

/** What stands in a file that keeps an old name working. */
sealed interface ShimText permits ModuleShim, PackageShim {
  ShimMark mark();

  String write();

  /** The beginning of all shims: the mark, and what type checkers read. */
  static String head(ShimMark mark, String imports) {
    return """
    # %s
    %s
    if typing.TYPE_CHECKING:
        from %s import *  # noqa: F401, F403
    """
        .formatted(mark.text(), imports, mark.newName());
  }

  /** Loads the module, warns, and makes the old name another name of it. */
  static String alias(ShimMark mark) {
    return """
    moved = importlib.import_module("%s")
    warnings.warn(
        f"%s is now {moved.__name__}; the old name goes after %s",
        DeprecationWarning,
        stacklevel=2,
    )
    sys.modules[__name__] = moved
    """
        .formatted(mark.newName(), mark.oldName(), mark.until());
  }
}
