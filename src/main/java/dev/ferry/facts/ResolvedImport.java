package dev.ferry.facts;

/** One imported name of one file, with what it refers to. */
public record ResolvedImport(String importer, ImportFact fact, Resolution target) {}
