package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import java.util.List;

/** Finds where files that are no sources mention what moves. */
@FunctionalInterface
interface DocumentMentions {
  /** One problem for each mention, in path order. */
  List<Problem> of(Snapshot before, List<Move> moves);
}
