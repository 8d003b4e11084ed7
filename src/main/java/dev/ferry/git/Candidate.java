package dev.ferry.git;

import dev.ferry.model.ObjectId;

/**
 * A commit that exists in ferry's clone only, until it is published.
 *
 * @param tree what was tested is this tree: signing changes the commit, never the tree
 */
public record Candidate(ObjectId commit, ObjectId tree, ObjectId parent) {}
