package dev.ferry.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help texts are laid out: commands by what they are for, own options before common ones. */
final class HelpLayout {
  private static final int WIDTH = 80;
  private static final int NAME_WIDTH = 10;

  private static final Map<String, List<String>> GROUPS = groups();

  private HelpLayout() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Begin:", List.of("demo", "init", "doctor"));
    groups.put("Prepare batches:", List.of("plan", "check", "status"));
    groups.put("Move modules:", List.of("next", "run", "retry", "skip", "fix", "move"));
    groups.put("Judge:", List.of("gate", "lanes", "shims"));
    groups.put("Publish:", List.of("restack", "push", "revert"));
    groups.put("Look back:", List.of("log", "show", "diff", "ledger", "gc", "explain", "help"));
    return groups;
  }

  static void apply(CommandLine ferry) {
    ferry.setUsageHelpWidth(WIDTH);
    ferry.getCommandSpec().usageMessage().commandListHeading("%n");
    ferry
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help.subcommands()));
    ferry.getSubcommands().values().forEach(HelpLayout::applyToCommand);
  }

  private static void applyToCommand(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
  }

  /** The options that every command takes are told once, by {@code ferry --help}. */
  private static String options(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream().filter(option -> !option.inherited()).toList();
    return help.optionListExcludingGroups(own)
        + "\nOptions of every command (-C, --config, --color, --progress, -q, -v, -h):"
        + "\n  see `ferry --help`\n";
  }

  private static String commands(Map<String, Help> commands) {
    StringBuilder out = new StringBuilder();
    Map<String, Help> rest = new LinkedHashMap<>(commands);
    GROUPS.forEach(
        (title, names) -> {
          out.append(out.isEmpty() ? "" : "\n").append(title).append('\n');
          for (String name : names) {
            Help help = rest.remove(name);
            if (help != null) {
              out.append(line(name, help));
            }
          }
        });
    // a command that nobody has put into a group must not be invisible
    rest.forEach((name, help) -> out.append(line(name, help)));
    return out.toString();
  }

  private static String line(String name, Help help) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    String[] description = help.commandSpec().usageMessage().description();
    for (String word : description.length == 0 ? new String[0] : description[0].split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH - NAME_WIDTH - 2) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    String indent = "\n" + " ".repeat(NAME_WIDTH + 2);
    return "  " + name + " ".repeat(NAME_WIDTH - name.length()) + String.join(indent, lines) + "\n";
  }
}
