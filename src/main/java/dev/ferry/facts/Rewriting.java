package dev.ferry.facts;

import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What one file needs because modules move.
 *
 * @param edits in the order of the file, none overlapping; insertions at one place in their order
 * @param notes what the reader should know, each with its line
 */
public record Rewriting(List<Edit> edits, List<Problem> notes) {
  public Rewriting {
    edits = List.copyOf(edits);
    notes = List.copyOf(notes);
  }

  /** The file's bytes with the edits applied; every other byte stays. */
  public byte[] applyTo(byte[] source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length + 64);
    int at = 0;
    for (Edit edit : edits) {
      out.write(source, at, edit.start() - at);
      out.writeBytes(edit.replacement());
      at = edit.end();
    }
    out.write(source, at, source.length - at);
    return out.toByteArray();
  }
}
