package dev.ferry.batch;

import java.util.List;

/**
 * The modules that were considered for moving, in the manifest's order.
 *
 * @param file as the user named it
 */
public record Manifest(String file, List<ManifestModule> modules) {
  public Manifest {
    modules = List.copyOf(modules);
  }

  /** The estimated hours of all modules. */
  public double effortHours() {
    return modules.stream().mapToDouble(ManifestModule::effortHours).sum();
  }
}
