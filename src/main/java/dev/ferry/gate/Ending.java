package dev.ferry.gate;

import dev.ferry.model.Problem;

/** How a command ended. */
public sealed interface Ending {
  /** By itself. */
  record Exited(int code) implements Ending {}

  /** It could not be started, took too long, or ferry was stopped. */
  record Unknown(Problem why) implements Ending {}
}
