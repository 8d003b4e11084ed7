package dev.ferry.view;

import dev.ferry.plan.Binding;
import dev.ferry.plan.Plan;
import dev.ferry.plan.safety.Conflict.Reason;
import dev.ferry.plan.safety.Precedence;
import dev.ferry.plan.safety.Schedule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who waits for whom, and why: for people, for programs, and as a drawing for Graphviz. */
public final class ScheduleText {
  private ScheduleText() {}

  /** Groups with more than one unit, each with its order and its edges; then sums. */
  public static String text(Schedule schedule) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    long alone = schedule.groups().stream().filter(group -> group.size() == 1).count();
    for (List<String> group : schedule.groups()) {
      if (group.size() > 1) {
        number++;
        text.append("group ").append(number).append(", ").append(group.size()).append(" units\n");
        schedule.order().stream()
            .filter(group::contains)
            .forEach(id -> unit(text, schedule, Printable.line(id), id));
      }
    }
    for (Plan.Bound bound : schedule.bound()) {
      text.append("one commit: ").append(joined(bound.modules(), ", ")).append('\n');
      bound.reasons().forEach(reason -> text.append("    ").append(why(reason)).append('\n'));
    }
    for (List<String> cycle : schedule.cycles()) {
      text.append("circle: ").append(joined(cycle, " imports ")).append('\n');
    }
    if (schedule.criticalPath().size() > 1) {
      text.append("critical path: ").append(joined(schedule.criticalPath(), " → ")).append('\n');
    }
    text.append(
        "%d units in %d groups, %d of them alone; %d conflicting pairs; at least %d rounds\n"
            .formatted(
                schedule.order().size(),
                schedule.groups().size(),
                alone,
                schedule.conflicts().size(),
                schedule.criticalPath().size()));
    return text.toString();
  }

  private static void unit(StringBuilder text, Schedule schedule, String shown, String id) {
    text.append("  ").append(shown).append('\n');
    for (Precedence edge : schedule.edges()) {
      if (edge.later().equals(id)) {
        text.append("    after ").append(Printable.line(edge.earlier())).append(": ");
        text.append(why(edge)).append('\n');
      }
    }
  }

  private static String why(Precedence edge) {
    return edge.stacked()
        ? "it makes way for this one, whose branch stands on it"
        : edge.reasons().stream().map(ScheduleText::why).collect(Collectors.joining("; "));
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case Reason.SameFile(String path) -> "both change " + Printable.line(path);
      case Reason.Imports(String importer, String imported) ->
          Printable.line(importer) + " imports " + Printable.line(imported);
      case Reason.Nested(String outer, String inner) ->
          Printable.line(inner) + " lies in " + Printable.line(outer);
      case Reason.SameDirectory(String directory) -> "both go to " + Printable.line(directory);
    };
  }

  private static String why(Binding.Reason reason) {
    return switch (reason) {
      case Binding.Reason.Asked(String file, int line) ->
          "line " + line + " of " + Printable.line(file) + " wants them together";
      case Binding.Reason.Circle(List<String> modules) ->
          "they import each other: "
              + joined(modules, " imports ")
              + " imports "
              + Printable.line(modules.getFirst());
      case Binding.Reason.Lane(String module, String contract, List<String> chain) ->
          Printable.line(module)
              + " alone would break the contract \""
              + Printable.line(contract)
              + "\": "
              + joined(chain, " -> ");
    };
  }

  private static String joined(List<String> ids, String between) {
    return ids.stream().map(Printable::line).collect(Collectors.joining(between));
  }

  /** {@code ferry.plan/v1}. */
  public static String json(Schedule schedule) {
    Json json = Json.document("ferry.plan/v1");
    json.texts("order", schedule.order());
    json.array("groups", schedule.groups(), (each, group) -> each.texts("units", group));
    json.array(
        "edges",
        schedule.edges(),
        (each, edge) -> {
          each.text("earlier", edge.earlier())
              .text("later", edge.later())
              .truth("stacked", edge.stacked());
          reasons(each, edge.reasons());
        });
    json.array(
        "conflicts",
        schedule.conflicts(),
        (each, conflict) -> {
          each.text("first", conflict.first()).text("second", conflict.second());
          reasons(each, conflict.reasons());
        });
    json.array("cycles", schedule.cycles(), (each, cycle) -> each.texts("units", cycle));
    json.texts("criticalPath", schedule.criticalPath());
    json.array(
        "together",
        schedule.bound(),
        (each, bound) -> {
          each.text("unit", bound.unit()).texts("modules", bound.modules());
          each.array("reasons", bound.reasons(), ScheduleText::reason);
        });
    return json.end();
  }

  private static void reasons(Json json, List<Reason> reasons) {
    json.array(
        "reasons",
        reasons,
        (each, reason) -> {
          switch (reason) {
            case Reason.SameFile(String path) -> each.text("kind", "same-file").text("path", path);
            case Reason.Imports(String importer, String imported) ->
                each.text("kind", "imports").text("importer", importer).text("imported", imported);
            case Reason.Nested(String outer, String inner) ->
                each.text("kind", "nested").text("outer", outer).text("inner", inner);
            case Reason.SameDirectory(String directory) ->
                each.text("kind", "same-directory").text("directory", directory);
          }
        });
  }

  private static void reason(Json each, Binding.Reason reason) {
    switch (reason) {
      case Binding.Reason.Asked(String file, int line) ->
          each.text("kind", "asked").text("file", file).number("line", line);
      case Binding.Reason.Circle(List<String> modules) ->
          each.text("kind", "circle").texts("modules", modules);
      case Binding.Reason.Lane(String module, String contract, List<String> chain) ->
          each.text("kind", "lane")
              .text("module", module)
              .text("contract", contract)
              .texts("chain", chain);
    }
  }

  /** A digraph in the language of Graphviz; {@code dot -Tsvg} draws it. */
  public static String dot(Schedule schedule) {
    StringBuilder dot = new StringBuilder("digraph ferry {\n  rankdir=LR;\n  node [shape=box];\n");
    Map<String, Plan.Bound> bound =
        schedule.bound().stream().collect(Collectors.toMap(Plan.Bound::unit, each -> each));
    for (String id : schedule.order()) {
      dot.append("  ").append(quoted(id));
      Plan.Bound several = bound.get(id);
      if (several != null) {
        dot.append(" [label=").append(lines(several)).append(", peripheries=2]");
      }
      dot.append(";\n");
    }
    for (Precedence edge : schedule.edges()) {
      dot.append("  ").append(quoted(edge.earlier())).append(" -> ").append(quoted(edge.later()));
      dot.append(" [label=").append(quoted(why(edge)));
      dot.append(edge.stacked() ? ", style=bold];\n" : "];\n");
    }
    return dot.append("}\n").toString();
  }

  /** The modules of a unit, one a line, and why they are one. */
  private static String lines(Plan.Bound bound) {
    return Stream.concat(bound.modules().stream(), bound.reasons().stream().map(ScheduleText::why))
        .map(ScheduleText::quoted)
        .map(text -> text.substring(1, text.length() - 1))
        .collect(Collectors.joining("\\n", "\"", "\""));
  }

  private static String quoted(String text) {
    return '"' + Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
