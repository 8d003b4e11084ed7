package dev.ferry.run.handoff;

import dev.ferry.config.Configuration.Fix;
import dev.ferry.gate.fix.FixScope;
import dev.ferry.gate.fix.FixedFile;
import dev.ferry.git.FileDifference;
import dev.ferry.git.SlotWatch;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.probe.Limits;
import dev.ferry.probe.Revision;
import dev.ferry.probe.RunOrders;
import dev.ferry.process.EnvironmentAllowList;
import dev.ferry.process.ProgramResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One turn of the operator: it gets the hand-off, works in the slot, and what it did is measured.
 * Whether gates pass afterwards is judged by others.
 */
public final class OperatorTurn {
  private static final int MOST_LISTED = 50;

  private final Fix settings;
  private final OperatorSlot place;
  private final Surroundings surroundings;
  private final Map<String, String> environment;
  private final long outputLimit;

  /**
   * @param environment ferry's own, of which the operator sees little
   * @param outputLimit how many bytes of what it prints are kept
   */
  public OperatorTurn(
      Fix settings,
      OperatorSlot place,
      Surroundings surroundings,
      Map<String, String> environment,
      long outputLimit) {
    this.settings = settings;
    this.place = place;
    this.surroundings = surroundings;
    this.environment = Map.copyOf(environment);
    this.outputLimit = outputLimit;
  }

  /** Where the files of one turn go. */
  public record Papers(Path handoff, Path log, Path patch) {}

  /** How a turn ends. The slot is reset by then. */
  public sealed interface End {
    /**
     * Something was changed, and within the scope.
     *
     * @param notes such as the exit code
     */
    record Changed(List<FileDifference> files, byte[] patch, List<Problem> notes) implements End {}

    /**
     * Nothing that could be judged, or not allowed.
     *
     * @param patch empty where nothing was changed or nothing could be read
     */
    record Refused(Kind kind, List<Problem> why, byte[] patch) implements End {}
  }

  /** Why a turn came to nothing. */
  public enum Kind {
    NOT_STARTED,
    TOOK_TOO_LONG,
    CHANGED_NOTHING,
    LEFT_ITS_SCOPE,
    STOPPED
  }

  /** Hands over, waits, measures and resets the slot. */
  public End take(Handoff handoff, Revision candidate, FixScope scope, Papers files) {
    RunOrders orders =
        new RunOrders(
            files.log(),
            new Limits(settings.timeout(), outputLimit),
            Set.of(),
            Map.of(),
            Optional.empty());
    Optional<Problem> obstacle = place.furnish(candidate, orders);
    if (obstacle.isPresent()) {
      return new End.Refused(Kind.NOT_STARTED, List.of(obstacle.get()), new byte[0]);
    }
    byte[] json = handoff.toJson();
    write(files.handoff(), json);
    SlotWatch watch = place.slot().watch(candidate.commit());
    Surroundings.State before = surroundings.measure(place.slot());
    ProgramResult result =
        place.operate(settings.command(), json, variables(handoff, files), orders);
    Surroundings.State after = surroundings.measure(place.slot());
    try {
      return end(handoff, result, watch, surroundings.differences(before, after), scope);
    } finally {
      surroundings.clean(before, after);
      place.reset(candidate);
    }
  }

  private End end(
      Handoff handoff,
      ProgramResult result,
      SlotWatch watch,
      List<Problem> elsewhere,
      FixScope scope) {
    if (result instanceof ProgramResult.NotStarted why) {
      Problem missing = Problem.of(Code.H008, handoff.subject().module(), why.detail());
      return new End.Refused(Kind.NOT_STARTED, List.of(missing), new byte[0]);
    }
    List<Problem> violations = new ArrayList<>();
    if (!watch.standsWhereItStood()) {
      violations.add(Problem.of(Code.H017, "HEAD"));
    }
    violations.addAll(elsewhere);
    List<Problem> notes = new ArrayList<>();
    if (result instanceof ProgramResult.Ended ended) {
      if (!ended.leftBehind().isEmpty()) {
        violations.add(Problem.of(Code.H023, String.join(", ", ended.leftBehind())));
      }
      if (ended.exitCode() != 0) {
        notes.add(Problem.of(Code.H009, Integer.toString(ended.exitCode())));
      }
    }
    Optional<List<FileDifference>> files = watch.changes();
    if (files.isEmpty()) {
      violations.add(Problem.of(Code.H024, place.root().toString()));
    }
    List<FileDifference> changed = files.orElseGet(List::of);
    violations.addAll(scope.judge(changed.stream().map(OperatorTurn::asFixed).toList()));
    byte[] patch = changed.isEmpty() ? new byte[0] : watch.patch();
    return switch (result) {
      case ProgramResult.Stopped _ -> new End.Refused(Kind.STOPPED, violations, patch);
      case ProgramResult.TimedOut _ when violations.isEmpty() ->
          new End.Refused(Kind.TOOK_TOO_LONG, List.of(), patch);
      case ProgramResult.TimedOut _, ProgramResult.Ended _, ProgramResult.NotStarted _ -> {
        if (!violations.isEmpty()) {
          yield new End.Refused(Kind.LEFT_ITS_SCOPE, bounded(violations), patch);
        }
        yield changed.isEmpty()
            ? new End.Refused(Kind.CHANGED_NOTHING, notes, patch)
            : new End.Changed(changed, patch, notes);
      }
    };
  }

  private static List<Problem> bounded(List<Problem> violations) {
    if (violations.size() <= MOST_LISTED) {
      return violations;
    }
    List<Problem> listed = new ArrayList<>(violations.subList(0, MOST_LISTED));
    listed.add(Problem.of(Code.H025, Integer.toString(violations.size() - MOST_LISTED)));
    return listed;
  }

  /** A changed file as the scope judges it. */
  public static FixedFile asFixed(FileDifference file) {
    return new FixedFile(
        file.path(),
        file.modeBefore(),
        file.modeAfter(),
        file.lines().orElse(0L),
        file.lines().isEmpty());
  }

  private Map<String, String> variables(Handoff handoff, Papers files) {
    Map<String, String> variables =
        new TreeMap<>(EnvironmentAllowList.usual().and(settings.environment()).select(environment));
    variables.put("FERRY_HANDOFF", files.handoff().toString());
    variables.put("FERRY_MODULE", handoff.subject().module());
    variables.put("FERRY_WORKTREE", handoff.turn().worktree().toString());
    variables.put("FERRY_BASE_COMMIT", handoff.subject().base().hex());
    variables.put("FERRY_CANDIDATE", handoff.subject().candidate().hex());
    variables.put("FERRY_ATTEMPT", Integer.toString(handoff.turn().number()));
    variables.put("FERRY_DEADLINE", handoff.turn().deadline().toString());
    return variables;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
