package dev.ferry.process;

import java.time.Duration;
import java.util.List;

/** How a program ended. */
public sealed interface ProgramResult {
  /**
   * It ended by itself.
   *
   * @param exitCode above 128 where a signal ended it, or where it says so as shells do
   * @param leftBehind processes it left running in the background, ended by ferry; programs without
   *     a session of their own are not searched
   */
  record Ended(int exitCode, Output output, Duration took, List<String> leftBehind)
      implements ProgramResult {
    public Ended {
      leftBehind = List.copyOf(leftBehind);
    }

    public boolean succeeded() {
      return exitCode == 0;
    }

    /** The signal that ended it, or 0. */
    public int signal() {
      return exitCode > 128 && exitCode <= 128 + 64 ? exitCode - 128 : 0;
    }
  }

  /** It ran longer than it may, and was ended with all its children. */
  record TimedOut(Output output, Duration took) implements ProgramResult {}

  /** Ferry is being stopped, so the program was ended with all its children. */
  record Stopped(Output output, Duration took) implements ProgramResult {}

  /**
   * It never ran.
   *
   * @param program as it was asked for
   * @param detail what was missing, for people
   */
  record NotStarted(Reason reason, String program, String detail) implements ProgramResult {}

  /** Why a program could not be started. */
  enum Reason {
    NOT_FOUND,
    NOT_EXECUTABLE,
    /** The system refused: too many processes or open files, no memory, no such directory. */
    REFUSED
  }
}
