package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import java.util.List;

/** Reads command lines: which names and paths in them change, and how surely. */
public interface CommandLines {
  /** For code in which no command is looked for. */
  CommandLines UNREAD = new NoCommands();

  /**
   * Characters to replace.
   *
   * @param old the name or path as it was, for the reader
   * @param told the code by which it is told where it is not made
   */
  record Change(
      int start, int end, String text, String old, String now, Confidence confidence, Code told) {}

  /**
   * The changes in one command line, in their order.
   *
   * @param names as the file with the command sees them
   * @param text its bytes, one character each; what cannot be read is masked
   * @param directory from the root, where the command is run; "" is the root
   */
  List<Change> changes(Relocation relocation, ModuleNames names, String text, String directory);

  /** Whether the word that begins here names no module, whatever it is called. */
  boolean namesOther(String text, int start);

  /** Reads nothing. */
  final class NoCommands implements CommandLines {
    private NoCommands() {}

    @Override
    public List<Change> changes(
        Relocation relocation, ModuleNames names, String text, String directory) {
      return List.of();
    }

    @Override
    public boolean namesOther(String text, int start) {
      return false;
    }
  }
}
