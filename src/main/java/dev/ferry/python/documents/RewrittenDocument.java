package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.formats.ShellWords;
import dev.ferry.model.Problem;
import dev.ferry.python.documents.RunRewriter.Change;
import dev.ferry.python.rewriting.ModuleNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document while it is rewritten, item by item. For one thread. */
final class RewrittenDocument {
  private final Format format;
  private final Relocation relocation;
  private final String path;
  private final String text;
  private final List<Item> items;
  private final TellingWords words;
  private final NewPlaces places;
  private final ContainedNames contained;
  private final LostMatches matches;
  private final LostDirectories leaving;
  private final CopiedPaths copied;
  private final boolean moved;
  private final VariablePaths variablePaths;
  private final EmbeddedCode code;
  private final List<Change> changes = new ArrayList<>();
  private final List<Problem> lost = new ArrayList<>();
  private @Nullable WorkingDirectories directories;

  RewrittenDocument(
      Format format,
      Relocation relocation,
      String path,
      String text,
      List<Item> items,
      TellingWords words,
      RewriteOptions options) {
    this.format = format;
    this.relocation = relocation;
    this.path = path;
    this.text = text;
    this.items = items;
    this.words = words;
    this.places = new NewPlaces(relocation, path, !format.isOfItsDirectory(path));
    this.contained =
        new ContainedNames(
            path, text, new ModuleNames(relocation, path), format.relates() ? items : List.of());
    this.matches = new LostMatches(relocation, path, text);
    this.leaving = new LostDirectories(relocation, path, text);
    this.copied = new CopiedPaths(text);
    this.moved = relocation.isMoved(path);
    this.variablePaths = new VariablePaths(relocation, path, text);
    this.code = new EmbeddedCode(relocation, path, text, words, options);
    if (CodePieces.mayBeIn(text)) {
      code.rewrite(CodePieces.of(format, text, items, this::mayHoldCode));
    }
    readAll();
  }

  /** In the order of the file; of one place that is read in two ways, the surer one first. */
  List<Change> changes() {
    changes.removeIf(change -> code.holds(change.start()) && change.old().indexOf('/') < 0);
    changes.addAll(code.changes());
    changes.sort(Comparator.comparingInt(Change::start).thenComparing(Change::confidence));
    return copied.raised(changes);
  }

  List<Problem> notes() {
    List<Problem> notes = new ArrayList<>(contained.notes());
    notes.addAll(lost);
    notes.addAll(code.notes());
    return notes;
  }

  private boolean mayHoldCode(Item item) {
    Use use = format.rules().expected(item).use();
    return use == Use.COMMAND || (use == Use.PATH && format == Format.DOCKERFILE);
  }

  private void readAll() {
    boolean upward = text.contains("..") && (moved || directories().areSaid());
    for (Item item : items) {
      if (contained.holds(item)) {
        changes.addAll(contained.changes(item));
        continue;
      }
      // what the rules expect is dear, and most items can neither name nor match what moves
      boolean named =
          (upward && text.substring(item.start(), item.end()).contains(".."))
              || words.mayBeIn(text, item.start(), item.end());
      if (named
          || format == Format.MANIFEST
          || LostMatches.mayBeIn(text, item)
          || LostDirectories.isOne(format, item)) {
        read(item, named);
      }
      if (format.mayHoldVariables() && VariablePaths.mayBeIn(text, item)) {
        lost.addAll(variablePaths.in(item));
      }
    }
    if (format.mayHoldExpressions()) {
      List<Item> expressions = items.stream().filter(this::isExpression).toList();
      LostExpressions lostExpressions = new LostExpressions(relocation, path, text);
      for (List<Item> lines : LostExpressions.expressions(text, expressions)) {
        lostExpressions.in(lines, changes).ifPresent(lost::add);
      }
    }
  }

  private boolean isExpression(Item item) {
    return !item.isKey()
        && LostExpressions.mayBeBelow(item.path())
        && format.rules().expected(item).use() == Use.REGEX;
  }

  private void read(Item item, boolean named) {
    Rules.Expected expected = format.rules().expected(item);
    if (expected.use() != Use.NOTHING) {
      List<Change> own = named ? named(item, expected) : new ArrayList<>();
      copied.see(item, own);
      lost.addAll(matches.in(item, expected.use(), own));
      if (own.isEmpty() && LostDirectories.isOne(format, item)) {
        lost.addAll(leaving.in(item, expected.use(), items));
      }
      changes.addAll(own);
    }
  }

  /** The changes of an item that may name what moves. */
  private List<Change> named(Item item, Rules.Expected expected) {
    List<Change> found = new ArrayList<>();
    boolean command = expected.use() == Use.COMMAND;
    boolean windows = ShellUnits.dialect(path) == ShellWords.Dialect.WINDOWS;
    boolean backslashes = text.indexOf('\\') >= 0 && format.mayHoldBackslashPaths();
    for (WorkingDirectories.Part part : directories().parts(item, command)) {
      if (format == Format.DOCUMENTATION && command && part.standpoint().isDefault()) {
        continue; // what is spelled whole is told as a mention
      }
      NewPlaces there = places.seenFrom(part.standpoint(), part.container());
      List<Change> runs =
          new RunRewriter(there, words, directories().variables())
              .changes(text, part.item(), expected);
      found.addAll(windows ? BackslashPaths.spelled(text, runs) : runs);
      if (backslashes) {
        boolean told = format.takesBackslashesAway(path);
        found.addAll(
            new BackslashPaths(there, words, directories().variables())
                .changes(text, part.item(), told ? expected.told() : expected));
      }
    }
    return found;
  }

  /** Read when first somebody asks: most documents hold nothing that stands in a directory. */
  private WorkingDirectories directories() {
    WorkingDirectories known = directories;
    if (known == null) {
      known = new WorkingDirectories(format, path, text, items, places::isFile);
      directories = known;
    }
    return known;
  }
}
