package dev.ferry.facts;

import dev.ferry.model.Move;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Moves seen from both sides: the tree before and the tree after, all moves at once.
 *
 * @param moves as asked for; directories among them stand for all that lies below
 * @param paths each moved file's old path to its new one
 * @param facts of a file before the moves; nothing where it is no source or cannot be read
 * @param readFrom whether some other file takes this name from the file with this path
 */
public record Relocation(
    List<Move> moves,
    Map<String, String> paths,
    ModuleTable before,
    ModuleTable after,
    Function<String, Optional<FileFacts>> facts,
    BiPredicate<String, String> readFrom) {
  public Relocation {
    moves = List.copyOf(moves);
    paths = Map.copyOf(paths);
  }

  /** Where the file stands after the moves. */
  public String newPath(String path) {
    return paths.getOrDefault(path, path);
  }

  public boolean isMoved(String path) {
    return paths.containsKey(path);
  }

  /** Where a directory stands afterwards that moves as a whole; nothing where none does. */
  public Optional<String> newDirectory(String directory) {
    for (Move move : moves) {
      if (directory.equals(move.source())) {
        return Optional.of(move.destination());
      }
      if (directory.startsWith(move.source() + "/")) {
        return Optional.of(move.destination() + directory.substring(move.source().length()));
      }
    }
    return Optional.empty();
  }
}
