package dev.ferry.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One process, told apart from every other that ever had its number.
 *
 * @param pid its number
 * @param start when it started: clock ticks since boot on Linux, which no change of the clock
 *     moves; milliseconds since the epoch elsewhere
 * @param boot which start of the system, and which space of process numbers, the two belong to
 * @param machine the machine
 */
public record ProcessIdentity(long pid, String start, String boot, String machine) {
  private static final String NONE = "-";

  /** Whether the process still runs, as far as can be proved from here. */
  public enum State {
    ALIVE,
    DEAD,
    /** It belongs to another machine or container. */
    UNKNOWN
  }

  public static ProcessIdentity current() {
    long pid = ProcessHandle.current().pid();
    return of(pid).orElseGet(() -> new ProcessIdentity(pid, NONE, thisBoot(), thisMachine()));
  }

  /** The process that has this number now. */
  public static Optional<ProcessIdentity> of(long pid) {
    return startOf(pid).map(start -> new ProcessIdentity(pid, start, thisBoot(), thisMachine()));
  }

  public State state() {
    if (!boot.equals(thisBoot())) {
      boolean rebooted =
          machine.equals(thisMachine()) && !bootOnly(boot).equals(bootOnly(thisBoot()));
      return rebooted ? State.DEAD : State.UNKNOWN;
    }
    if (!machine.equals(thisMachine()) && boot.equals(NONE)) {
      return State.UNKNOWN;
    }
    return startOf(pid).filter(start::equals).isPresent() ? State.ALIVE : State.DEAD;
  }

  /** One line that {@link #parse} reads. */
  public String line() {
    return pid + " " + start + " " + boot + " " + machine;
  }

  public static Optional<ProcessIdentity> parse(String line) {
    List<String> words = List.of(line.strip().split(" ", -1));
    if (words.size() != 4 || !words.getFirst().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessIdentity(
            Long.parseLong(words.getFirst()), words.get(1), words.get(2), words.get(3)));
  }

  private static Optional<String> startOf(long pid) {
    Optional<ProcStat> stat = ProcStat.of(pid);
    if (stat.isPresent()) {
      return stat.filter(ProcStat::runs).map(s -> Long.toString(s.start()));
    }
    if (ProcStat.available()) {
      return Optional.empty();
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(p -> p.info().startInstant().map(Instant::toEpochMilli).orElse(0L).toString());
  }

  private static String thisBoot() {
    String id = firstLine("/proc/sys/kernel/random/boot_id");
    if (id.equals(NONE)) {
      return NONE;
    }
    try {
      return id + "," + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException noNamespaces) {
      return id;
    }
  }

  private static String bootOnly(String boot) {
    return boot.split(",", 2)[0];
  }

  private static String thisMachine() {
    String id = firstLine("/etc/machine-id");
    return id.equals(NONE) ? firstLine("/proc/sys/kernel/hostname") : id;
  }

  private static String firstLine(String file) {
    try {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? NONE : text.lines().findFirst().orElse(NONE).replace(' ', '_');
    } catch (IOException absent) {
      return NONE;
    }
  }
}
