package dev.ferry.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes of one file replaced by others. Offsets count bytes of the file as it stands at base.
 *
 * @param path the file at base
 * @param start first byte replaced, from 0
 * @param end the byte after the last one replaced; equal to {@code start} for an insertion
 * @param reason which kind of reference this is
 */
public record Edit(
    String path,
    int start,
    int end,
    byte[] replacement,
    EditReason reason,
    Confidence confidence,
    int line) {
  public Edit {
    Objects.requireNonNull(replacement, "replacement");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edit edit
        && path.equals(edit.path)
        && start == edit.start
        && end == edit.end
        && Arrays.equals(replacement, edit.replacement)
        && reason == edit.reason
        && confidence == edit.confidence
        && line == edit.line;
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, start, end, Arrays.hashCode(replacement), reason);
  }
}
