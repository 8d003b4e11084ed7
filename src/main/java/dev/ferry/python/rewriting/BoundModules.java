package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.Binding;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.From;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.ImportStatement.Plain;
import org.jspecify.annotations.Nullable;

/** Which module a name stands for that an import binds. */
final class BoundModules {
  private final ModuleNames names;
  private final FromTargets targets;

  BoundModules(ModuleNames names, FromTargets targets) {
    this.names = names;
    this.targets = targets;
  }

  /** The module before the moves; null where the name stands for no module of the repository. */
  @Nullable String of(Binding binding) {
    ImportStatement statement = binding.statement();
    Item item = binding.item();
    if (statement == null || item == null) {
      return null;
    }
    String module =
        switch (statement) {
          case Plain plain -> plain(plain, item);
          case From from -> named(from, item);
        };
    return module != null && names.existed(module) ? module : null;
  }

  private static String plain(Plain statement, Item item) {
    String module = Segments.text(statement.tokens(), item.segments());
    return item.alias() < 0 ? DottedNames.first(module) : module;
  }

  private @Nullable String named(From from, Item item) {
    String parent = targets.oldModule(from);
    if (parent == null || from.isStar()) {
      return null;
    }
    String name = from.tokens().identifier(item.first());
    int start = from.tokens().start(from.first());
    return names.isSubmodule(parent, name, start) ? DottedNames.join(parent, name) : null;
  }

  /** Whether the name stands for this module after the moves. */
  boolean willBe(Binding binding, String module) {
    String old = of(binding);
    return old != null && names.moved(old).equals(module);
  }

  /** Whether {@code import a.b} binds the name, which then is shared by all such imports. */
  static boolean isShared(Binding binding) {
    return binding.statement() instanceof Plain
        && binding.item() != null
        && binding.item().alias() < 0;
  }
}
