package dev.ferry.config;

import dev.ferry.config.Configuration.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Sets of modules, each module with the line where it stands. */
final class TogetherKind implements Kind<List<List<Together.Name>>> {
  private static final String EXPECTED = "a list of lists of modules, such as [[labs.a, labs.b]]";

  @Override
  public Optional<List<List<Together.Name>>> read(Value value, BiConsumer<Value, String> wrong) {
    if (!(value instanceof Value.Sequence(List<Value> items, Value.Position _))) {
      wrong.accept(value, EXPECTED);
      return Optional.empty();
    }
    List<List<Together.Name>> sets = new ArrayList<>();
    for (Value item : items) {
      names(item, wrong).ifPresent(sets::add);
    }
    return sets.size() == items.size() ? Optional.of(sets) : Optional.empty();
  }

  private static Optional<List<Together.Name>> names(Value set, BiConsumer<Value, String> wrong) {
    if (!(set instanceof Value.Sequence(List<Value> items, Value.Position _))) {
      wrong.accept(set, EXPECTED);
      return Optional.empty();
    }
    List<Together.Name> names = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Scalar(String text, Value.Position at)) {
        names.add(new Together.Name(text, at.line()));
      } else {
        wrong.accept(item, EXPECTED);
      }
    }
    return names.size() == items.size() ? Optional.of(names) : Optional.empty();
  }

  @Override
  public String write(List<List<Together.Name>> sets) {
    return Kinds.listed(sets, names -> Kinds.listed(names, name -> Kinds.quoted(name.pattern())));
  }

  @Override
  public Optional<Value> ofLine(String line) {
    return Optional.empty();
  }
}
