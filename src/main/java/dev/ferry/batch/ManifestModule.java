package dev.ferry.batch;

/**
 * One module that a manifest considers.
 *
 * @param place the record's place in the manifest as a JSON pointer, for example {@code /modules/3}
 * @param line where the record begins in the manifest, from 1
 * @param score how much the scan values it, 0 to 100; 0 where the manifest does not say
 * @param source path as the manifest writes it
 * @param target path as the manifest writes it
 * @param effortHours estimated hours; 0 where the manifest does not say
 * @param risk as the manifest writes it, for example {@code medium-high}; empty where it does not
 */
public record ManifestModule(
    String place,
    int line,
    String module,
    double score,
    String source,
    String target,
    Complexity complexity,
    double effortHours,
    String risk) {}
