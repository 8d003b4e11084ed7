package dev.ferry.lanes;

import java.util.function.UnaryOperator;

/** Imports that a contract passes over. */
public record ImportExpression(ModuleExpression importer, ModuleExpression imported) {
  ImportExpression renamed(UnaryOperator<String> names) {
    return new ImportExpression(importer.renamed(names), imported.renamed(names));
  }

  @Override
  public String toString() {
    return importer + " -> " + imported;
  }
}
