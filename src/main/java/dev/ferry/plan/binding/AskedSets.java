package dev.ferry.plan.binding;

import dev.ferry.config.Configuration.Together;
import dev.ferry.formats.NearestWord;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.plan.Binding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the sets that the user wants together into rows, or tells every problem with them. */
public final class AskedSets {
  private final Together together;
  private final Map<String, BatchRow> rows = new LinkedHashMap<>();
  private final Map<BatchRow, Integer> places = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** The row's set and the line that names it first. */
  private final Map<BatchRow, Taken> taken = new HashMap<>();

  private record Taken(int set, int line) {}

  /**
   * What became of the sets.
   *
   * @param bindings one for each set without a problem
   */
  public record Found(List<Binding> bindings, List<Problem> problems) {
    public Found {
      bindings = List.copyOf(bindings);
      problems = List.copyOf(problems);
    }
  }

  private AskedSets(Together together, List<Batch> batches) {
    this.together = together;
    for (Batch batch : batches) {
      for (BatchRow row : batch.rows()) {
        rows.putIfAbsent(row.move().module(), row);
        places.putIfAbsent(row, places.size());
      }
    }
  }

  /**
   * Looks the names up.
   *
   * @param batches all that are known, with all their rows: a name may mean a row that is done
   */
  public static Found in(Together together, List<Batch> batches) {
    AskedSets sets = new AskedSets(together, batches);
    List<Binding> bindings = new ArrayList<>();
    for (int set = 0; set < together.sets().size(); set++) {
      sets.binding(set, together.sets().get(set)).ifPresent(bindings::add);
    }
    return new Found(bindings, sets.problems);
  }

  private Optional<Binding> binding(int set, List<Together.Name> names) {
    int before = problems.size();
    Set<BatchRow> members = new LinkedHashSet<>();
    for (Together.Name name : names) {
      List<BatchRow> meant = meant(name);
      meant.forEach(row -> take(row, set, name.line()));
      members.addAll(meant);
    }
    List<BatchRow> inOrder =
        members.stream()
            .sorted(Comparator.comparing((BatchRow row) -> places.getOrDefault(row, 0)))
            .toList();
    int line = names.isEmpty() ? 0 : names.getFirst().line();
    ofOneBatch(inOrder, line);
    if (problems.size() == before && inOrder.size() < 2) {
      String only = inOrder.isEmpty() ? "[]" : inOrder.getFirst().move().module();
      problems.add(Problem.at(together.file(), line, Code.R083, only));
    }
    return problems.size() == before
        ? Optional.of(new Binding(inOrder, new Binding.Reason.Asked(together.file(), line)))
        : Optional.empty();
  }

  private List<BatchRow> meant(Together.Name name) {
    BatchRow exact = rows.get(name.pattern());
    if (exact != null) {
      return List.of(exact);
    }
    Pattern pattern = Pattern.compile(expression(name.pattern()));
    List<BatchRow> fitting = new ArrayList<>();
    rows.forEach(
        (module, row) -> {
          if (pattern.matcher(module).matches()) {
            fitting.add(row);
          }
        });
    if (fitting.isEmpty()) {
      Optional<String> nearest = NearestWord.to(name.pattern(), rows.keySet());
      String[] arguments =
          nearest
              .map(near -> new String[] {name.pattern(), near})
              .orElseGet(() -> new String[] {name.pattern()});
      problems.add(Problem.at(together.file(), name.line(), Code.R080, arguments));
    }
    return fitting;
  }

  /** {@code *} is a part without dots, {@code **} any. */
  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder();
    for (String part : glob.split("(?<=\\*\\*)|(?=\\*\\*)|(?<!\\*)(?=\\*)|(?<=\\*)(?!\\*)")) {
      expression.append(
          switch (part) {
            case "**" -> ".*";
            case "*" -> "[^.]*";
            default -> Pattern.quote(part);
          });
    }
    return expression.toString();
  }

  private void take(BatchRow row, int set, int line) {
    Taken before = taken.putIfAbsent(row, new Taken(set, line));
    if (before != null && before.set() != set) {
      problems.add(
          Problem.at(
              together.file(),
              line,
              Code.R081,
              row.move().module(),
              Integer.toString(before.line())));
    }
  }

  private void ofOneBatch(List<BatchRow> members, int line) {
    for (BatchRow row : members) {
      BatchRow first = members.getFirst();
      if (!row.batch().equals(first.batch())) {
        problems.add(
            Problem.at(
                together.file(),
                line,
                Code.R082,
                first.move().module(),
                first.batch(),
                row.move().module(),
                row.batch()));
        return;
      }
    }
  }
}
