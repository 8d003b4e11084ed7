package dev.ferry.python.documents;

import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.EditReason;
import dev.ferry.model.Problem;
import dev.ferry.python.documents.RunRewriter.Change;
import dev.ferry.python.rewriting.Examples;
import dev.ferry.python.rewriting.PythonRewriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the names and paths in files that are no sources: where the format says that a name
 * stands there. Comments, prose and files of unknown formats are left as they are. Remembers the
 * words of the last moves and the items of the last documents; safe for several threads.
 */
public final class DocumentRewriter implements ModuleRewriter {
  private final ReadDocuments documents = new ReadDocuments();
  private volatile @Nullable TellingWords last;

  @Override
  public OptionalInt mistake(String path, byte[] content) {
    return DocumentSyntax.mistake(path, content);
  }

  @Override
  public Rewriting rewrite(
      Relocation relocation, String path, byte[] source, RewriteOptions options) {
    if (isNotebook(path)) {
      return NotebookRewriter.rewrite(relocation, path, source, options);
    }
    return Format.of(path)
        .map(format -> rewrite(format, relocation, path, source, options))
        .orElseGet(() -> new Rewriting(List.of(), List.of()));
  }

  private TellingWords words(Relocation relocation) {
    TellingWords words = last;
    if (words == null || !words.areOf(relocation)) {
      words = new TellingWords(relocation);
      last = words;
    }
    return words;
  }

  private Rewriting rewrite(
      Format format, Relocation relocation, String path, byte[] source, RewriteOptions options) {
    if (format == Format.SCRIPT && PythonScripts.isOne(source)) {
      return new PythonRewriter(new CommandStrings()).rewrite(relocation, path, source, options);
    }
    String text = new String(source, StandardCharsets.ISO_8859_1);
    TellingWords words = words(relocation);
    boolean whole =
        relocation.isMoved(path) || (format == Format.DATA_YAML && text.contains("workingDir"));
    boolean examples = format == Format.DOCUMENTATION && text.contains(">>> ");
    boolean imports = text.contains("import ");
    boolean spelled = (examples || imports) && words.areAllIn(text);
    boolean code = imports && spelled;
    if (format.isLong() && !whole && !code && !words.areBeside(text)) {
      return new Rewriting(List.of(), List.of());
    }
    RewrittenDocument document =
        new RewrittenDocument(
            format, relocation, path, text, documents.items(format, path, text), words, options);
    Rewriting rewriting = edits(path, text, document.changes(), options);
    List<Problem> notes = new ArrayList<>(rewriting.notes());
    notes.addAll(document.notes());
    // a wildcard brings a document here that names nothing; reading its examples costs the most
    if (examples && spelled) {
      return withExamples(
          rewriting.edits(),
          notes,
          new Examples(relocation, path, source, options).rewrite(0, source.length, ""));
    }
    return new Rewriting(rewriting.edits(), notes);
  }

  private static Rewriting withExamples(List<Edit> edits, List<Problem> notes, Rewriting examples) {
    List<Edit> all = new ArrayList<>(examples.edits());
    for (Edit edit : edits) {
      if (examples.edits().stream()
          .noneMatch(e -> e.start() < edit.end() && edit.start() < e.end())) {
        all.add(edit);
      }
    }
    all.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    notes.addAll(examples.notes());
    return new Rewriting(all, notes.stream().distinct().toList());
  }

  static boolean isNotebook(String path) {
    return path.endsWith(".ipynb");
  }

  /** The edits that these changes are, as far as they are wanted; in the order of the file. */
  static Rewriting edits(String path, String text, List<Change> changes, RewriteOptions options) {
    List<Edit> edits = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    int line = 1;
    int counted = 0;
    int end = 0;
    for (Change change : changes) {
      for (; counted < change.start(); counted++) {
        line += text.charAt(counted) == '\n' ? 1 : 0;
      }
      if (change.start() < end) {
        continue; // one place, read in two ways
      }
      end = change.end();
      Confidence least = options.strings();
      if (least == null || change.confidence().compareTo(least) > 0) {
        notes.add(Problem.at(path, line, change.told(), change.old(), change.now()));
        continue;
      }
      edits.add(
          new Edit(
              path,
              change.start(),
              change.end(),
              change.text().getBytes(StandardCharsets.UTF_8),
              EditReason.DOCUMENT,
              change.confidence(),
              line));
      if (change.confidence() == Confidence.MEDIUM) {
        notes.add(Problem.at(path, line, Code.M060, change.old(), change.now()));
      }
    }
    return new Rewriting(edits, notes.stream().distinct().toList());
  }
}
