package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import dev.ferry.python.documents.RunRewriter.Change;
import dev.ferry.python.rewriting.PythonRewriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the code cells of notebooks as one Python file, and the words of their magics and shell
 * lines as commands. Only bytes inside the cells' strings change.
 */
final class NotebookRewriter {
  private static final Rules.Expected COMMAND = new Rules.Expected(Use.COMMAND, Confidence.MEDIUM);

  private final String path;
  private final String file;
  private final NotebookCode notebook;
  private final int[] lineStarts;

  private NotebookRewriter(String path, String file, NotebookCode notebook) {
    this.path = path;
    this.file = file;
    this.notebook = notebook;
    this.lineStarts = lineStarts(notebook.bytes());
  }

  static Rewriting rewrite(
      Relocation relocation, String path, byte[] source, RewriteOptions options) {
    String file = new String(source, StandardCharsets.ISO_8859_1);
    NotebookCode notebook = NotebookCode.of(file);
    if (notebook == null) {
      return new Rewriting(List.of(), List.of());
    }
    return new NotebookRewriter(path, file, notebook).rewrite(relocation, options);
  }

  private Rewriting rewrite(Relocation relocation, RewriteOptions options) {
    MagicLines.Masked masked = MagicLines.mask(notebook);
    Rewriting code =
        new PythonRewriter(new CommandStrings()).rewrite(relocation, path, masked.code(), options);
    List<Edit> edits = new ArrayList<>();
    for (Edit edit : code.edits()) {
      String text = new String(edit.replacement(), StandardCharsets.UTF_8);
      edits.add(placed(edit, notebook.spelled(text, edit.start())));
    }
    List<Problem> notes = new ArrayList<>();
    code.notes().forEach(note -> notes.add(placed(note)));
    String text = new String(notebook.bytes(), StandardCharsets.ISO_8859_1);
    NewPlaces places = new NewPlaces(relocation, path, true);
    TellingWords words = new TellingWords(relocation);
    WorkingDirectories directories = WorkingDirectories.ofNotebook(text, masked.commands());
    List<Change> changes = new ArrayList<>();
    for (Item command : masked.commands()) {
      for (WorkingDirectories.Part part : directories.parts(command, true)) {
        NewPlaces there = places.seenFrom(part.standpoint(), part.container());
        for (Change change :
            new RunRewriter(there, words, directories.variables())
                .changes(text, part.item(), COMMAND)) {
          changes.add(placed(change));
        }
      }
    }
    Rewriting commands = DocumentRewriter.edits(path, file, changes, options);
    edits.addAll(commands.edits());
    notes.addAll(commands.notes());
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    return new Rewriting(edits, notes);
  }

  private Change placed(Change change) {
    int start = notebook.fileOffset(change.start());
    int end = notebook.fileEnd(change.start(), change.end());
    return new Change(
        start, end, change.text(), change.old(), change.now(), change.confidence(), change.told());
  }

  private Edit placed(Edit edit, byte[] replacement) {
    int start = notebook.fileOffset(edit.start());
    int end = notebook.fileEnd(edit.start(), edit.end());
    return new Edit(
        path, start, end, replacement, edit.reason(), edit.confidence(), fileLine(start));
  }

  private Problem placed(Problem note) {
    if (note.line() < 1 || note.line() > lineStarts.length) {
      return note;
    }
    int line = fileLine(notebook.fileOffset(lineStarts[note.line() - 1]));
    return new Problem(note.code(), note.file(), line, note.arguments());
  }

  private int fileLine(int offset) {
    return (int) file.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  private static int[] lineStarts(byte[] code) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < code.length; i++) {
      if (code[i] == '\n') {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The code of all cells, or null where the file is no notebook in Python. */
  static byte @Nullable [] code(byte[] source) {
    NotebookCode notebook = NotebookCode.of(new String(source, StandardCharsets.ISO_8859_1));
    return notebook == null ? null : notebook.bytes();
  }
}
