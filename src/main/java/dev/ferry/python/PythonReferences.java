package dev.ferry.python;

import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.python.documents.DocumentRewriter;
import dev.ferry.python.modules.PythonPaths;
import dev.ferry.python.rewriting.PythonRewriter;

/** Rewrites whatever names modules of Python, by what kind of file it is. */
public final class PythonReferences implements ModuleRewriter {
  private final ModuleRewriter sources = new PythonRewriter();
  private final ModuleRewriter documents = new DocumentRewriter();

  @Override
  public Rewriting rewrite(
      Relocation relocation, String path, byte[] source, RewriteOptions options) {
    ModuleRewriter chosen = PythonPaths.isSource(path) ? sources : documents;
    return chosen.rewrite(relocation, path, source, options);
  }
}
