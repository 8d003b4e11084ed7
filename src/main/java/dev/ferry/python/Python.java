package dev.ferry.python;

import dev.ferry.facts.DocumentFormats;
import dev.ferry.facts.FileFacts;
import dev.ferry.facts.Language;
import dev.ferry.facts.ModuleTable;
import dev.ferry.model.TreeListing;
import dev.ferry.python.documents.PythonDocuments;
import dev.ferry.python.modules.PythonModuleTable;
import dev.ferry.python.modules.PythonPaths;
import dev.ferry.python.modules.SourceRoots;
import dev.ferry.python.scanning.PythonScanner;
import java.util.List;
import java.util.function.Function;

/** Python, as ferry reads it. Immutable, safe for several threads. */
public final class Python implements Language {
  private static final PythonDocuments DOCUMENTS = new PythonDocuments();

  private final List<String> givenRoots;

  public Python() {
    this(List.of());
  }

  private Python(List<String> givenRoots) {
    this.givenRoots = List.copyOf(givenRoots);
  }

  @Override
  public Language rootedAt(List<String> roots) {
    return new Python(roots);
  }

  @Override
  public String scannerVersion() {
    return PythonScanner.VERSION;
  }

  @Override
  public boolean claims(String path) {
    return PythonPaths.isSource(path);
  }

  @Override
  public FileFacts scan(byte[] source) {
    return PythonScanner.scan(source);
  }

  @Override
  public ModuleTable modules(TreeListing tree, Function<String, byte[]> contents) {
    return givenRoots.isEmpty()
        ? PythonModuleTable.withRootsFound(tree, contents)
        : PythonModuleTable.withRootsGiven(tree, SourceRoots.ordered(givenRoots));
  }

  @Override
  public DocumentFormats documents() {
    return DOCUMENTS;
  }
}
