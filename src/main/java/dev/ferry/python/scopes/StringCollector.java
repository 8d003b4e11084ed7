package dev.ferry.python.scopes;

import dev.ferry.python.scopes.FileAnalysis.Exported;
import dev.ferry.python.syntax.Expression;
import dev.ferry.python.syntax.Expression.Chain;
import dev.ferry.python.syntax.Expression.Group;
import dev.ferry.python.syntax.Expression.Postfix;
import dev.ferry.python.syntax.Expression.Text;
import dev.ferry.python.syntax.PythonSource;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the string literals of a file that may name something, and {@code __all__}. */
final class StringCollector {
  private final PythonSource source;
  private final List<StringUse> found = new ArrayList<>();
  private final List<Exported> exported = new ArrayList<>();

  StringCollector(PythonSource source) {
    this.source = source;
  }

  List<StringUse> found() {
    return List.copyOf(found);
  }

  List<Exported> exported() {
    return List.copyOf(exported);
  }

  void add(Text text, StringUse.Place place) {
    Tokens tokens = text.tokens();
    if (isPlain(text)) {
      int literal = text.literals()[0];
      found.add(inside(tokens.start(literal), tokens.end(literal), place));
    }
  }

  StringUse.Place placeInside(Group group, StringUse.Place place) {
    if (group.kind() == Group.Kind.OPERANDS) {
      // a + [b]: what is assigned is still a list of that name
      return place instanceof StringUse.Value ? place : new StringUse.Elsewhere();
    }
    return switch (place) {
      case StringUse.Value(String variable) -> new StringUse.Element(variable);
      case StringUse.Element element -> element;
      case StringUse.CallArgument _, StringUse.Anchored _, StringUse.Elsewhere _ ->
          new StringUse.Element("");
    };
  }

  /** Whether the text is one literal without prefix, escape or field. */
  private boolean isPlain(Text text) {
    if (text.literals().length != 1 || !text.fields().isEmpty()) {
      return false;
    }
    Tokens tokens = text.tokens();
    int start = tokens.start(text.literals()[0]);
    int end = tokens.end(text.literals()[0]);
    byte[] bytes = source.bytes();
    if (bytes[start] != '"' && bytes[start] != '\'') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  /**
   * What a relative name given to {@code import_module} starts from; null where it has no start.
   */
  StringUse.@Nullable Anchored anchored(Expression.Arguments call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression.Argument argument = call.arguments().get(i);
      boolean isPackage =
          argument.keyword() < 0
              ? i == 1
              : call.tokens().identifier(argument.keyword()).equals("package");
      if (isPackage) {
        return switch (argument.value()) {
          case Text text when isPlain(text) -> {
            Tokens of = text.tokens();
            int literal = text.literals()[0];
            StringUse.Place place = new StringUse.Elsewhere();
            yield new StringUse.Anchored(inside(of.start(literal), of.end(literal), place), false);
          }
          case Chain chain when chain.name().equals("__package__") ->
              new StringUse.Anchored(null, false);
          case Chain chain when chain.name().equals("__name__") ->
              new StringUse.Anchored(null, true);
          default -> null;
        };
      }
    }
    return null;
  }

  boolean isExpression(Text text) {
    return isPlain(text);
  }

  StringUse inside(int start, int end, StringUse.Place place) {
    byte[] bytes = source.bytes();
    byte mark = bytes[start];
    boolean triple = end - start >= 6 && bytes[start + 1] == mark && bytes[start + 2] == mark;
    int length = triple ? 3 : 1;
    return new StringUse(start + length, end - length, place);
  }

  /** Takes the literals of a value of {@code __all__}. */
  void exports(Expression value) {
    switch (value) {
      case Text text when isPlain(text) -> {
        Tokens tokens = text.tokens();
        int literal = text.literals()[0];
        StringUse inside =
            inside(tokens.start(literal), tokens.end(literal), new StringUse.Elsewhere());
        exported.add(
            new Exported(source.text(inside.start(), inside.end()), inside.start(), inside.end()));
      }
      case Group group -> group.parts().forEach(this::exports);
      default -> {}
    }
  }

  /** {@code __all__.append("x")} and {@code __all__.extend(["x"])}. */
  void extendsExports(Postfix call, boolean atModuleLevel) {
    boolean onExports =
        atModuleLevel
            && call.base() instanceof Chain chain
            && chain.segments().length == 2
            && chain.name().equals("__all__");
    if (onExports && call.trailers().getFirst() instanceof Expression.Arguments arguments) {
      arguments.arguments().forEach(argument -> exports(argument.value()));
    }
  }
}
