package dev.ferry.config;

import dev.ferry.config.Configuration.RepositoryCommand;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What settings must be to each other. */
final class Consistency {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  private final Configuration configuration;
  private final Layers layers;
  private final List<Problem> problems;

  Consistency(Configuration configuration, Layers layers, List<Problem> problems) {
    this.configuration = configuration;
    this.layers = layers;
    this.problems = problems;
  }

  void check() {
    checkGates();
    placeholders(Settings.BRANCH, List.of("module"), List.of("module"));
    placeholders(Settings.SUBJECT, List.of(), List.of("module", "destination"));
    placeholders(Settings.MODULE_TEST, List.of("destination"), List.of("destination"));
    checkStacking();
  }

  /** A group proves the stack that was judged, and no branch that stands on something else. */
  private void checkStacking() {
    Configuration.Stacking stacking = configuration.work().stacking();
    if (stacking.verify() == Configuration.Verify.GROUP
        && stacking.stack() != Configuration.Stack.ALL) {
      report(Settings.VERIFY, Code.C015);
    }
  }

  private void checkGates() {
    List<String> enabled = layers.get(Settings.GATE_NAMES);
    List<String> known = new ArrayList<>(Settings.KNOWN_GATES);
    Set<String> names = new HashSet<>(Settings.KNOWN_GATES);
    for (RepositoryCommand command : configuration.gates().commands()) {
      if (!names.add(command.name())) {
        report(Settings.COMMANDS, Code.C008, command.name());
      }
      known.add(command.name());
      if (!enabled.contains(command.name())) {
        report(Settings.COMMANDS, Code.C009, command.name());
      }
    }
    Set<String> seen = new HashSet<>();
    for (String gate : enabled) {
      if (!known.contains(gate)) {
        problems.add(Layers.unknown(layers.place(Settings.GATE_NAMES), Code.C006, gate, known));
      } else if (!seen.add(gate)) {
        report(Settings.GATE_NAMES, Code.C010, gate);
      }
    }
    if (enabled.isEmpty()) {
      report(Settings.GATE_NAMES, Code.C011);
    }
    if (configuration.gates().runs("smoke") && configuration.gates().tests().smoke().isEmpty()) {
      report(Settings.SMOKE, Code.C012);
    }
  }

  private void placeholders(Setting<String> setting, List<String> needed, List<String> allowed) {
    String text = layers.get(setting);
    Set<String> found = new HashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
      if (!allowed.contains(matcher.group(1))) {
        report(setting, Code.C013, setting.key(), matcher.group());
      }
    }
    for (String name : needed) {
      if (!found.contains(name)) {
        report(setting, Code.C014, setting.key(), "{" + name + "}");
      }
    }
  }

  private void report(Setting<?> setting, Code code, String... arguments) {
    problems.add(layers.place(setting).problem(code, arguments));
  }
}
