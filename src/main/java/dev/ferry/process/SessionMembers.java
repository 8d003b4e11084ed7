package dev.ferry.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds and ends all processes of one session: those of its process group and its session, and on
 * Linux those that carry its mark in their environment, which finds a daemon that made a session of
 * its own. Elsewhere such a daemon is found only while it is a child of a living member.
 */
final class SessionMembers {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private final long leader;
  private final long notBefore;
  private final byte[] mark;

  private SessionMembers(long leader, long notBefore, String mark) {
    this.leader = leader;
    this.notBefore = notBefore;
    this.mark = mark.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param leader the number of the session's first process, or 0 where it is not known
   * @param mark {@code NAME=value} in the environment of its members
   */
  static SessionMembers of(long leader, String mark) {
    long start = leader == 0 ? 0 : ProcStat.of(leader).map(ProcStat::start).orElse(0L);
    return new SessionMembers(leader, start, mark);
  }

  /** Ends everything that is left; gives the names of what was found. */
  List<String> end(Duration grace) {
    Map<Long, String> found = new LinkedHashMap<>();
    signalUntilGone(false, grace, found);
    signalUntilGone(true, KILL_LIMIT, found);
    return List.copyOf(found.values());
  }

  /** Waits for what is about to end by itself. */
  boolean emptyWithin(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!running().isEmpty()) {
      if (System.nanoTime() > deadline || !pause()) {
        return false;
      }
    }
    return true;
  }

  private void signalUntilGone(boolean force, Duration limit, Map<Long, String> found) {
    long deadline = System.nanoTime() + limit.toNanos();
    Map<Long, Boolean> told = new LinkedHashMap<>();
    for (List<ProcessHandle> left = running(); !left.isEmpty(); left = running()) {
      for (ProcessHandle process : left) {
        found.computeIfAbsent(process.pid(), pid -> name(process));
        // a second TERM would cut short the clean-up that the first one began
        if (force || told.putIfAbsent(process.pid(), true) == null) {
          Object unused = force ? process.destroyForcibly() : process.destroy();
        }
      }
      if (System.nanoTime() > deadline || !pause()) {
        return;
      }
    }
  }

  /** False where the thread is interrupted: then nobody waits for politeness any more. */
  private static boolean pause() {
    try {
      Thread.sleep(POLL);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String name(ProcessHandle process) {
    return process.info().command().orElse("process") + " (" + process.pid() + ")";
  }

  private List<ProcessHandle> running() {
    return ProcStat.available() ? runningOnLinux() : runningElsewhere();
  }

  private List<ProcessHandle> runningOnLinux() {
    List<ProcessHandle> members = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        long pid = Long.parseLong(process.getFileName().toString());
        ProcStat.of(pid)
            .filter(this::isMember)
            .flatMap(SessionMembers::handle)
            .ifPresent(members::add);
      }
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    return members;
  }

  private boolean isMember(ProcStat stat) {
    if (!stat.runs() || stat.start() < notBefore || stat.pid() == ProcessHandle.current().pid()) {
      return false;
    }
    boolean ofGroup = leader != 0 && (stat.group() == leader || stat.session() == leader);
    return ofGroup || isMarked(stat.pid());
  }

  private boolean isMarked(long pid) {
    Path environment = Path.of("/proc/" + pid + "/environ");
    if (!Files.isReadable(environment)) {
      return false;
    }
    try {
      return contains(Files.readAllBytes(environment));
    } catch (IOException goneOrForeign) {
      return false;
    }
  }

  private boolean contains(byte[] environment) {
    for (int at = 0; at + mark.length <= environment.length; at++) {
      boolean begins = at == 0 || environment[at - 1] == 0;
      if (begins && matchesAt(environment, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesAt(byte[] environment, int at) {
    int end = at + mark.length;
    boolean whole = end == environment.length || environment[end] == 0;
    return whole && java.util.Arrays.equals(environment, at, end, mark, 0, mark.length);
  }

  private List<ProcessHandle> runningElsewhere() {
    List<ProcessHandle> members = new ArrayList<>();
    for (long pid : ProcessGroups.membersByPs(leader)) {
      handle(pid).ifPresent(members::add);
    }
    Stream<ProcessHandle> children =
        members.stream().toList().stream().flatMap(ProcessHandle::descendants);
    children.filter(child -> !members.contains(child)).forEach(members::add);
    return members;
  }

  private static Optional<ProcessHandle> handle(ProcStat stat) {
    return handle(stat.pid());
  }

  private static Optional<ProcessHandle> handle(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }
}
