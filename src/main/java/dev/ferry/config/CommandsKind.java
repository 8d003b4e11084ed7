package dev.ferry.config;

import dev.ferry.config.Configuration.RepositoryCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The repository's own gates: a list of tables with {@code name}, {@code argv}, {@code junit}. */
final class CommandsKind implements Kind<List<RepositoryCommand>> {
  private static final String EXPECTED =
      "a list of commands, such as [{name: acceptance, argv: [make, check]}]";

  @Override
  public Optional<List<RepositoryCommand>> read(Value value, BiConsumer<Value, String> wrong) {
    if (!(value instanceof Value.Sequence(List<Value> items, Value.Position at))) {
      wrong.accept(value, EXPECTED);
      return Optional.empty();
    }
    List<RepositoryCommand> commands = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Table table) {
        one(table, wrong).ifPresent(commands::add);
      } else {
        wrong.accept(item, EXPECTED);
      }
    }
    return commands.size() == items.size() ? Optional.of(commands) : Optional.empty();
  }

  private static Optional<RepositoryCommand> one(
      Value.Table table, BiConsumer<Value, String> wrong) {
    @Nullable String name = null;
    @Nullable String junit = null;
    List<String> argv = List.of();
    boolean right = true;
    for (Value.Pair pair : table.pairs()) {
      switch (pair.key()) {
        case "name" -> name = text(pair.value());
        case "junit" -> junit = text(pair.value());
        case "argv" -> argv = Kinds.textsOf(pair.value(), EXPECTED, wrong).orElse(List.of());
        default -> {
          wrong.accept(
              new Value.Scalar(pair.key(), pair.at()), "name, argv or junit inside a command");
          right = false;
        }
      }
    }
    if (name == null || !name.matches("[a-z][a-z0-9-]{0,39}")) {
      wrong.accept(table, "named by lower-case letters, digits and '-' (name: acceptance)");
      right = false;
    }
    if (argv.isEmpty()) {
      wrong.accept(table, "given an argv, the program and its arguments (argv: [make, check])");
      right = false;
    }
    return right && name != null
        ? Optional.of(new RepositoryCommand(name, argv, Optional.ofNullable(junit)))
        : Optional.empty();
  }

  private static @Nullable String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : null;
  }

  @Override
  public String write(List<RepositoryCommand> value) {
    return Kinds.listed(
        value,
        command ->
            "{name: "
                + Kinds.quoted(command.name())
                + ", argv: "
                + Kinds.listed(command.argv(), Kinds::quoted)
                + command.junit().map(file -> ", junit: " + Kinds.quoted(file)).orElse("")
                + "}");
  }

  @Override
  public Optional<Value> ofLine(String line) {
    return Optional.empty();
  }
}
