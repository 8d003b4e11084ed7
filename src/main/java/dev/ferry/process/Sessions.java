package dev.ferry.process;

import dev.ferry.process.ProgramResult.NotStarted;
import dev.ferry.process.ProgramResult.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Runs programs that may fork, each as the leader of a session of its own: whatever it leaves
 * behind is ended with it. Java alone cannot see that: its list of descendants misses a process
 * whose parent is gone. Safe for several threads.
 *
 * <p>Each session stands in a register on disk, so that a ferry that was killed leaves nothing that
 * the next one could not end.
 */
public final class Sessions {
  /** Marks every process of a session, in its environment. */
  public static final String MARK = "FERRY_SESSION";

  /** Helpers that end by themselves right after their parent (worker pools) are no leftovers. */
  private static final Duration SETTLE = Duration.ofMillis(300);

  private final Programs programs;
  private final SessionRegister register;
  private final List<String> starter;

  /**
   * @param directory where the register is kept; made where it is missing
   * @param environment ferry's own, to find the program that starts sessions
   */
  public Sessions(Programs programs, Path directory, Map<String, String> environment) {
    this.programs = programs;
    this.register = new SessionRegister(directory);
    this.starter = starter(environment);
  }

  /** The program by which sessions begin on this machine; nothing where there is none. */
  public static Optional<String> starterOn(Map<String, String> environment) {
    return starter(environment).stream().findFirst();
  }

  /** Runs a program to the end of its whole session. An interrupt of the thread ends it. */
  public ProgramResult run(ProgramRequest request) {
    if (starter.isEmpty()) {
      return new NotStarted(Reason.NOT_FOUND, "setsid", "neither setsid nor perl is in PATH");
    }
    String id = UUID.randomUUID().toString();
    Map<String, String> environment = new TreeMap<>(request.environment());
    environment.put(MARK, id);
    register.announce(id);
    try {
      return programs.run(
          request.with(request.argv(), environment), starter, process -> registered(process, id));
    } finally {
      register.remove(id);
    }
  }

  /**
   * Ends the sessions of ferries that were killed: those whose owner is provably dead.
   *
   * @return the processes that were still running
   */
  public List<String> endLeftovers() {
    return register.endLeftovers();
  }

  private Execution.Ending registered(Process process, String id) {
    SessionEnding ending =
        new SessionEnding(process, SessionMembers.of(process.pid(), MARK + "=" + id));
    ProcessIdentity.of(process.pid()).ifPresent(leader -> register.started(id, leader));
    return ending;
  }

  /** util-linux has setsid, macOS has perl; both run the program in their own place. */
  private static List<String> starter(Map<String, String> environment) {
    Optional<Path> setsid = ProgramLookup.onPath("setsid", environment);
    if (setsid.isPresent()) {
      return List.of(setsid.get().toString());
    }
    return ProgramLookup.onPath("perl", environment)
        .map(
            perl ->
                List.of(
                    perl.toString(),
                    "-MPOSIX",
                    "-e",
                    "setsid; exec { $ARGV[0] } @ARGV or exit 127",
                    "--"))
        .orElse(List.of());
  }

  private record SessionEnding(Process process, SessionMembers members)
      implements Execution.Ending {
    @Override
    public void now() {
      // the starter may not have made its session yet
      process.destroy();
      members.end(Programs.GRACE);
      process.destroyForcibly();
    }

    @Override
    public List<String> afterwards() {
      return members.emptyWithin(SETTLE) ? List.of() : members.end(Programs.GRACE);
    }
  }
}
