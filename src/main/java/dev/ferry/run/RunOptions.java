package dev.ferry.run;

/**
 * How a run goes.
 *
 * @param keepGoing whether a row that fails leaves the others to be worked on
 * @param twoCommits whether a unit moves in one commit and is edited in a second one
 * @param allGates whether gates go on after the first that blocks
 */
public record RunOptions(boolean keepGoing, boolean twoCommits, boolean allGates) {}
