package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rewrites the names and paths in the command lines that a file runs. */
final class CommandReferences {
  /** Longer than the commands that a system takes from a program in one string. */
  private static final int LONGEST = 1 << 14;

  private final Relocation relocation;
  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final CommandLines reader;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final CodeArguments code;

  /** The command lines by where they begin. */
  private final NavigableMap<Integer, String> read = new TreeMap<>();

  CommandReferences(
      Relocation relocation,
      FileAnalysis analysis,
      ModuleNames names,
      CommandLines reader,
      TextEdits edits,
      @Nullable Confidence least,
      CodeArguments code) {
    this.code = code;
    this.relocation = relocation;
    this.analysis = analysis;
    this.names = names;
    this.reader = reader;
    this.edits = edits;
    this.least = least;
  }

  void rewrite(String path) {
    if (reader == CommandLines.UNREAD) {
      return;
    }
    Tokens tokens = analysis.tokens();
    for (CommandExpressions.Command command : new CommandExpressions(analysis, path).find()) {
      if (tokens.end(command.last()) - tokens.start(command.first()) > LONGEST) {
        continue; // what it names is told
      }
      String text = CommandText.of(tokens, command.first(), command.last());
      read.put(tokens.start(command.first()), text);
      code.rewrite(command.first(), command.last(), text);
      String directory = command.directory();
      for (CommandLines.Change change :
          reader.changes(relocation, names, text, directory == null ? "" : directory)) {
        boolean isPath = change.old().indexOf('/') >= 0 || change.now().indexOf('/') >= 0;
        if (directory != null || !isPath) {
          apply(change, tokens.start(command.first()), isPath);
        }
      }
    }
  }

  /** Whether a literal stands in a command line, as the name of something that is no module. */
  boolean namesOther(int at) {
    Map.Entry<Integer, String> line = read.floorEntry(at);
    return line != null
        && at < line.getKey() + line.getValue().length()
        && reader.namesOther(line.getValue(), at - line.getKey());
  }

  /** A path is looked up in the directory that the process is in, which is only likely. */
  private void apply(CommandLines.Change change, int offset, boolean isPath) {
    int start = offset + change.start();
    if (code.holds(start) || edits.isSettled(start, offset + change.end())) {
      return;
    }
    Confidence confidence =
        isPath && change.confidence() == Confidence.HIGH ? Confidence.MEDIUM : change.confidence();
    if (least == null || confidence.compareTo(least) > 0) {
      edits.note(start, change.told(), change.old(), change.now());
      return;
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(change.text())) {
      edits.note(start, Code.M061, change.old(), change.now()); // in bytes there are no letters
      return;
    }
    edits.replace(start, offset + change.end(), change.text(), EditReason.STRING, confidence);
    if (confidence == Confidence.MEDIUM) {
      edits.note(start, Code.M060, change.old(), change.now());
    }
  }
}
