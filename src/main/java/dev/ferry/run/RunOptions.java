package dev.ferry.run;

/**
 * How a run goes.
 *
 * @param keepGoing whether a row that fails leaves the others to be worked on
 * @param twoCommits whether a unit moves in one commit and is edited in a second one
 * @param allGates whether gates go on after the first that blocks
 * @param parallel how many modules are worked at the same time, from 1
 */
public record RunOptions(boolean keepGoing, boolean twoCommits, boolean allGates, int parallel) {
  public RunOptions {
    if (parallel < 1) {
      throw new IllegalArgumentException("no module at a time: " + parallel);
    }
  }
}
