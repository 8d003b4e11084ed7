package dev.ferry.run;

import java.util.OptionalInt;

/**
 * How a run goes.
 *
 * @param keepGoing whether a row that fails leaves the others to be worked on
 * @param twoCommits whether a unit moves in one commit and is edited in a second one
 * @param allGates whether gates go on after the first that blocks
 * @param parallel how many modules are worked at the same time, from 1
 * @param maxFailures after how many failures nothing new is begun; where it is empty, {@code
 *     keepGoing} decides
 */
public record RunOptions(
    boolean keepGoing,
    boolean twoCommits,
    boolean allGates,
    int parallel,
    OptionalInt maxFailures) {
  public RunOptions(boolean keepGoing, boolean twoCommits, boolean allGates, int parallel) {
    this(keepGoing, twoCommits, allGates, parallel, OptionalInt.empty());
  }

  public RunOptions {
    if (parallel < 1) {
      throw new IllegalArgumentException("no module at a time: " + parallel);
    }
  }
}
