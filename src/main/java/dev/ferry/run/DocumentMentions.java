package dev.ferry.run;

import dev.ferry.facts.Language;
import dev.ferry.facts.Mention;
import dev.ferry.facts.MentionCache;
import dev.ferry.facts.Mentions;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Edit;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where files that are no sources mention what moves. All moves of a run are looked for at
 * once, when the first unit asks: one pass over the documents, whatever the number of units. Safe
 * for several threads.
 */
public final class DocumentMentions {
  /** A reader looks at the first ones and takes the rest from git. */
  private static final int LISTED = 20;

  private final Mentions mentions;
  private final Language language;
  private final Snapshot base;
  private final List<Move> moves;
  private final Set<String> batches;
  private @Nullable Map<Move, List<Mention>> found;

  /**
   * @param base the tree whose documents are searched
   * @param moves of all units of the run
   * @param batches paths in the tree of the batch files, whose rows name every module by their
   *     nature
   */
  public DocumentMentions(
      Mentions mentions, Language language, Snapshot base, List<Move> moves, Set<String> batches) {
    this.mentions = mentions;
    this.language = language;
    this.base = base;
    this.moves = List.copyOf(moves);
    this.batches = Set.copyOf(batches);
  }

  /**
   * The same by ferry's own index of the documents, in a repository whose batch files lie where
   * they do.
   *
   * @param files the batch files, by how the user named them
   */
  public static DocumentMentions of(
      Workbench workbench, Snapshot base, List<Move> moves, Map<String, Path> files) {
    MentionCache cache = MentionCache.ofDocuments(workbench.home());
    Optional<Path> top = workbench.repository().workTree();
    Set<String> inTree =
        files.values().stream()
            .map(file -> file.toAbsolutePath().normalize())
            .filter(file -> top.isPresent() && file.startsWith(top.get()))
            .map(file -> top.orElseThrow().relativize(file).toString().replace('\\', '/'))
            .collect(Collectors.toSet());
    return new DocumentMentions(
        new Mentions(Optional.of(cache)), workbench.language(), base, moves, inTree);
  }

  /**
   * One problem for each mention of what these moves take away, in path order.
   *
   * @param edits what is rewritten, and no mention any more
   * @param changes all that the commit changes: an operator may have mended what was a mention
   */
  public List<Problem> of(List<Move> asked, List<Edit> edits, Collection<TreeChange> changes) {
    Map<String, TreeChange> changed = new HashMap<>();
    changes.forEach(change -> changed.put(change.path(), change));
    List<Problem> problems = new ArrayList<>();
    for (Move move : asked) {
      List<Mention> all =
          found().getOrDefault(move, List.of()).stream()
              .filter(mention -> edits.stream().noneMatch(edit -> covers(edit, mention)))
              .filter(mention -> isLeft(mention, changed.get(mention.path())))
              .toList();
      all.stream()
          .limit(LISTED)
          .forEach(
              mention ->
                  problems.add(
                      Problem.at(mention.path(), mention.line(), Code.R034, mention.text())));
      if (all.size() > LISTED) {
        String more = Integer.toString(all.size() - LISTED);
        problems.add(Problem.of(Code.R035, more, move.module()));
      }
    }
    return problems;
  }

  private boolean isDocument(String path) {
    return !language.claims(path) && !batches.contains(path);
  }

  private static boolean isLeft(Mention mention, @Nullable TreeChange change) {
    return switch (change) {
      case TreeChange.Write(String _, String _, byte[] content) ->
          new String(content, StandardCharsets.ISO_8859_1)
              .contains(
                  new String(
                      mention.text().getBytes(StandardCharsets.UTF_8),
                      StandardCharsets.ISO_8859_1));
      // a document that moves takes its words along
      case TreeChange.Delete _ -> true;
      case TreeChange.Place _ -> true;
      case null -> true;
    };
  }

  private static boolean covers(Edit edit, Mention mention) {
    return edit.path().equals(mention.path())
        && edit.start() < mention.end()
        && mention.start() < Math.max(edit.end(), edit.start() + 1);
  }

  private synchronized Map<Move, List<Mention>> found() {
    if (found == null) {
      found = new HashMap<>();
      for (Mention mention : mentions.find(base, moves, this::isDocument).mentions()) {
        found.computeIfAbsent(mention.move(), key -> new ArrayList<>()).add(mention);
      }
    }
    return found;
  }
}
