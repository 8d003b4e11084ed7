package dev.ferry.plan;

import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.ModuleRewriter;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Rewriting;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one file when modules move.
 *
 * @param path before the moves
 * @param changed the file at its place after the moves; nothing where its bytes stay
 * @param similarity of the two, in percent; 100 where its bytes stay
 */
record RewrittenFile(
    String path,
    List<Problem> notes,
    List<Edit> edits,
    Optional<TreeChange.Write> changed,
    int similarity) {
  RewrittenFile {
    notes = List.copyOf(notes);
    edits = List.copyOf(edits);
  }

  private static RewrittenFile unchanged(String path, List<Problem> notes) {
    return new RewrittenFile(path, notes, List.of(), Optional.empty(), 100);
  }

  /** Rewrites files for one map of moves, on all cores: no file's edits depend on another's. */
  static final class Maker {
    private final ModuleRewriter rewriter;
    private final Snapshot base;
    private final Relocation relocation;
    private final MoveOptions options;
    private final Mentions mentions;
    private final ModuleLayout layout;
    private final Set<String> beginnings;

    Maker(
        ModuleRewriter rewriter,
        ModuleLayout layout,
        Snapshot base,
        Relocation relocation,
        MoveOptions options) {
      this.rewriter = rewriter;
      this.layout = layout;
      this.base = base;
      this.relocation = relocation;
      this.options = options;
      this.mentions = new Mentions(base.modules(), relocation.paths().keySet());
      this.beginnings = beginnings(base, relocation);
    }

    /** In the order of the paths. The largest are begun first, lest one core waits for a last. */
    List<RewrittenFile> all(Collection<String> paths) {
      Map<String, byte[]> contents = base.contents(paths);
      Queue<String> waiting =
          paths.stream()
              .sorted(Comparator.comparingInt((String path) -> -length(contents.get(path))))
              .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
      Map<String, RewrittenFile> made = new ConcurrentHashMap<>();
      IntStream.range(0, ForkJoinPool.getCommonPoolParallelism() + 1)
          .parallel()
          .forEach(
              core -> {
                for (String path = waiting.poll(); path != null; path = waiting.poll()) {
                  made.put(path, file(path, Optional.ofNullable(contents.get(path))));
                }
              });
      return paths.stream().map(path -> Objects.requireNonNull(made.get(path))).toList();
    }

    private static int length(byte @Nullable [] content) {
      return content == null ? 0 : content.length;
    }

    private RewrittenFile file(String path, Optional<byte[]> content) {
      if (content.isEmpty()) {
        return unchanged(path, List.of(Problem.at(path, 0, Code.M033, path)));
      }
      boolean source = base.facts(path).isPresent();
      return source
              && !relocation.isMoved(path)
              && !mentions.in(content.get())
              && !putsNamesTogether(path)
          ? unchanged(path, List.of())
          : rewritten(path, content.get());
    }

    /**
     * Whether a file that loads modules by name has a string which begins the name of what moves,
     * so that the rest of it need not be spelled anywhere.
     */
    private boolean putsNamesTogether(String path) {
      return base.facts(path).filter(layout::mayLoadByName).stream()
          .flatMap(facts -> facts.strings().stream())
          .anyMatch(string -> beginnings.contains(string.text().replace(':', '.')));
    }

    /** All that the names of the moved files begin with, up to a dot. */
    private static Set<String> beginnings(Snapshot base, Relocation relocation) {
      Set<String> beginnings = new HashSet<>();
      for (String path : relocation.paths().keySet()) {
        List<String> names = new ArrayList<>(base.modules().namesOf(path));
        names.add(ReferenceIndex.placeOf(path));
        for (String name : names) {
          beginnings.add(name + ".");
          for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            beginnings.add(name.substring(0, dot + 1));
          }
        }
      }
      return beginnings;
    }

    private RewrittenFile rewritten(String path, byte[] content) {
      Rewriting rewriting = rewriter.rewrite(relocation, path, content, options.rewriting());
      if (rewriting.edits().isEmpty()) {
        return unchanged(path, rewriting.notes());
      }
      byte[] changed = rewriting.applyTo(content);
      OptionalInt mistake = newMistake(path, content, changed);
      if (mistake.isPresent()) {
        List<Problem> notes = new ArrayList<>(rewriting.notes());
        notes.add(Problem.at(path, mistake.getAsInt(), Code.M092, path));
        return unchanged(path, notes);
      }
      String mode = base.listing().find(path).orElseThrow().mode();
      return new RewrittenFile(
          path,
          rewriting.notes(),
          rewriting.edits(),
          Optional.of(new TreeChange.Write(relocation.newPath(path), mode, changed)),
          relocation.isMoved(path) ? Similarity.percent(content, changed) : 100);
    }

    /**
     * Rule 25: the line at which an edited file cannot be read any more that could be read before.
     */
    private OptionalInt newMistake(String path, byte[] before, byte[] changed) {
      OptionalInt mistake = rewriter.mistake(path, changed);
      return mistake.isEmpty() || rewriter.mistake(path, before).isPresent()
          ? OptionalInt.empty()
          : mistake;
    }
  }
}
