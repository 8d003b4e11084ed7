package dev.ferry.facts;

import java.util.Objects;

/**
 * A file that keeps the old name of something that moved working.
 *
 * @param path where the moved file stood
 * @param oldName what it keeps importable
 * @param newName what that is now
 */
public record Shim(String path, String oldName, String newName, byte[] content) {
  public Shim {
    Objects.requireNonNull(content, "content");
  }
}
