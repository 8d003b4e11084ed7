package dev.ferry.python;

import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.facts.Shims;
import dev.ferry.python.documents.CommandStrings;
import dev.ferry.python.documents.DocumentRewriter;
import dev.ferry.python.modules.PythonPaths;
import dev.ferry.python.rewriting.PythonRewriter;
import dev.ferry.python.rewriting.PythonShims;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rewrites whatever names modules of Python, by what kind of file it is. */
public final class PythonReferences implements ModuleRewriter {
  private final ModuleRewriter sources = new PythonRewriter(new CommandStrings());
  private final ModuleRewriter documents = new DocumentRewriter();

  @Override
  public Rewriting rewrite(
      Relocation relocation, String path, byte[] source, RewriteOptions options) {
    ModuleRewriter chosen = PythonPaths.isSource(path) ? sources : documents;
    return chosen.rewrite(relocation, path, source, options);
  }

  @Override
  public OptionalInt mistake(String path, byte[] content) {
    ModuleRewriter chosen = PythonPaths.isSource(path) ? sources : documents;
    return chosen.mistake(path, content);
  }

  @Override
  public Shims shims(
      Relocation relocation,
      Predicate<String> vacant,
      Function<String, byte[]> contents,
      LocalDate until) {
    return new PythonShims(relocation, vacant, contents, until).write();
  }
}
