package dev.ferry.probe;

import dev.ferry.model.ObjectId;

/** A commit and its tree. */
public record Revision(ObjectId commit, ObjectId tree) {}
