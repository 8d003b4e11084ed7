package dev.ferry.model;

/**
 * One leaf of a git tree.
 *
 * @param mode as git writes it: 100644, 100755, 120000 (symbolic link) or 160000 (submodule)
 * @param id the blob, or the commit of a submodule
 */
public record TreeEntry(String mode, ObjectId id, String path) {
  public boolean isRegularFile() {
    return mode.startsWith("100");
  }

  public boolean isSymbolicLink() {
    return mode.equals("120000");
  }

  public boolean isSubmodule() {
    return mode.equals("160000");
  }
}
