package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gates that a configuration asks for, in its order.
 *
 * @param problems names that do not exist; with any, nothing may run
 */
public record GateList(List<ChosenGate> gates, List<Problem> problems) {
  private static final Set<GateKind> BUILT = EnumSet.allOf(GateKind.class);

  public GateList {
    gates = gates.stream().distinct().toList();
    problems = List.copyOf(problems);
  }

  /**
   * @param names as configured
   * @param commands the repository's own, of which those run that are named
   */
  public static GateList of(List<String> names, Collection<ChosenGate.Own> commands) {
    List<ChosenGate> gates = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      Optional<ChosenGate.Own> own =
          commands.stream().filter(command -> command.name().equals(name)).findFirst();
      Optional<GateKind> kind = GateKind.named(name);
      if (own.isPresent()) {
        gates.add(own.get());
      } else if (kind.isEmpty()) {
        problems.add(Problem.of(Code.T027, name, known(commands)));
      } else {
        gates.add(new ChosenGate.Known(kind.get()));
      }
    }
    return new GateList(gates, problems);
  }

  private static String known(Collection<ChosenGate.Own> commands) {
    return Stream.concat(
            BUILT.stream().map(GateKind::configured), commands.stream().map(ChosenGate.Own::name))
        .collect(Collectors.joining(", "));
  }
}
