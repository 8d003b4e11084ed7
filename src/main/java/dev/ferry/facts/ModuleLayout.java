package dev.ferry.facts;

import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeListing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a language asks of the places of its files: the part of planning a move that depends on the
 * language, without any text. Implementations are pure and safe for several threads.
 */
public interface ModuleLayout {
  /**
   * The directories that become source roots because whole packages move below them, name and all.
   *
   * @param moves all moves of one map
   */
  NewRoots rootsMade(TreeListing tree, ModuleTable modules, Collection<Move> moves);

  /**
   * What keeps this move from making sense, or is worth knowing, whatever else moves.
   *
   * @param made the roots that the moves of its map make
   */
  List<Problem> problems(TreeListing tree, ModuleTable modules, Move move, NewRoots made);

  /** Other files that must go with a file, each with its destination: the stub beside a module. */
  Map<String, String> companions(TreeListing tree, Move move, Collection<Move> moves);

  /** Stubs of what moves that lie apart from it, each with the place that it needs afterwards. */
  Map<String, String> stubsApart(TreeListing tree, Relocation relocation, Move move);

  /** The names that a file is imported by that is no source but compiled, or gets compiled. */
  List<String> compiledNames(ModuleTable modules, String path);

  /**
   * Paths of the empty files that make packages of the directories that the move makes.
   *
   * @param moves all moves of the same map
   * @param made the roots that they make
   */
  List<String> packageFiles(
      TreeListing tree, ModuleTable modules, Move move, Collection<Move> moves, NewRoots made);

  /**
   * A module that has the name of a package that the destination needs: it must become the package
   * itself first. The move answered makes it so.
   */
  Optional<Move> moduleInTheWay(TreeListing tree, ModuleTable modules, String destination);

  /** The packages' own files above a source, the nearest first: they may export what moves. */
  List<String> packageFilesAbove(TreeListing tree, String source);

  /**
   * Whether the file may load modules by names that its facts do not show, such as the single word
   * in {@code import_module("x")}.
   */
  boolean mayLoadByName(FileFacts facts);

  /** The first words of the libraries that such a file imports. */
  Set<String> loadingLibraries();

  /** Whether a file may load modules by names that are relative to a package. */
  boolean mayLoadByRelativeName(FileFacts facts);

  /** Words that one of the imports of such a file holds. */
  Set<String> relativeLoadingLibraries();

  /** Words that an import of a library for the files of packages holds. */
  Set<String> placingLibraries();

  /**
   * Names of what remembers modules of this file by name or place, so that a move loses something
   * that no edit of names can mend.
   */
  List<String> identityHazards(String path, FileFacts facts);
}
