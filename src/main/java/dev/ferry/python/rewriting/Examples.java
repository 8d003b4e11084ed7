package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the interactive examples of a text as the code that they are; what they are said to
 * print is reported.
 */
public final class Examples {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+");

  private final Relocation relocation;
  private final String path;
  private final byte[] text;
  private final RewriteOptions options;
  private final ModuleNames names;

  public Examples(Relocation relocation, String path, byte[] text, RewriteOptions options) {
    this.relocation = relocation;
    this.path = path;
    this.text = text;
    this.options = options;
    this.names = new ModuleNames(relocation, path);
  }

  /**
   * The examples within a range of the text.
   *
   * @param before imports that the examples find done, each on a line of its own
   */
  public Rewriting rewrite(int from, int to, String before) {
    ExampleCode code = new ExampleCode(text, from, to, before);
    if (code.isEmpty()) {
      return new Rewriting(List.of(), List.of());
    }
    PythonRewriter rewriter = new PythonRewriter(CommandLines.UNREAD);
    Rewriting found = rewriter.rewriteFragment(relocation, path, code.bytes(), options);
    List<Edit> edits = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    boolean needsMore = addsToPrelude(rewriter, found, before);
    for (Edit edit : found.edits()) {
      if (edit.start() >= code.prelude()) {
        place(code, edit, needsMore, edits, notes);
      }
    }
    int firstLine = (int) before.chars().filter(c -> c == '\n').count() + 1;
    for (Problem note : found.notes()) {
      if (note.line() >= firstLine) {
        int line = line(code.place(lineStart(code.bytes(), note.line())));
        notes.add(new Problem(note.code(), note.file(), line, note.arguments()));
      }
    }
    code.outputs().forEach(output -> noteOutput(output, notes));
    return new Rewriting(edits, notes);
  }

  /** Whether the examples need imports that only the module around them could get. */
  private boolean addsToPrelude(PythonRewriter rewriter, Rewriting found, String before) {
    int length = before.length();
    if (length == 0) {
      return false;
    }
    byte[] alone = before.getBytes(StandardCharsets.ISO_8859_1);
    long without = rewriter.rewriteFragment(relocation, path, alone, options).edits().size();
    return found.edits().stream().filter(edit -> edit.start() < length).count() > without;
  }

  private void place(
      ExampleCode code, Edit edit, boolean needsMore, List<Edit> edits, List<Problem> notes) {
    int start = code.place(edit.start());
    int end = code.placeOfEnd(edit.start(), edit.end());
    String replacement = new String(edit.replacement(), StandardCharsets.UTF_8);
    Confidence least = options.strings();
    if (needsMore || least == null || edit.confidence().compareTo(least) > 0) {
      String old = new String(text, start, end - start, StandardCharsets.UTF_8);
      notes.add(Problem.at(path, line(start), Code.M023, old, replacement));
      return;
    }
    byte[] bytes = code.prompted(replacement, start).getBytes(StandardCharsets.UTF_8);
    edits.add(new Edit(path, start, end, bytes, edit.reason(), edit.confidence(), line(start)));
  }

  private void noteOutput(ExampleCode.Range output, List<Problem> notes) {
    String line =
        new String(
            text, output.start(), output.end() - output.start(), StandardCharsets.ISO_8859_1);
    Matcher name = NAME.matcher(line);
    while (name.find()) {
      String moved = names.moved(name.group());
      if (!moved.equals(name.group())) {
        notes.add(Problem.at(path, line(output.start()), Code.M097, name.group(), moved));
      }
    }
  }

  private int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static int lineStart(byte[] code, int line) {
    int at = 0;
    for (int current = 1; current < line && at < code.length; at++) {
      current += code[at] == '\n' ? 1 : 0;
    }
    return Math.min(at, code.length - 1);
  }
}
