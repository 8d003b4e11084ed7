package dev.ferry.python.scopes;

import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.Expression;
import dev.ferry.python.syntax.Expression.Chain;
import dev.ferry.python.syntax.Expression.Clause;
import dev.ferry.python.syntax.Expression.Comprehension;
import dev.ferry.python.syntax.Expression.Group;
import dev.ferry.python.syntax.Expression.Lambda;
import dev.ferry.python.syntax.Expression.Parameter;
import dev.ferry.python.syntax.Expression.Postfix;
import dev.ferry.python.syntax.Expression.Text;
import dev.ferry.python.syntax.Expression.Walrus;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.ScopeKind;
import dev.ferry.python.syntax.StatementParser;
import dev.ferry.python.syntax.StructureListener;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Collects scopes, bindings and references while a file is read. */
final class ScopeBuilder implements StructureListener {
  private static final StringUse.Place ELSEWHERE = new StringUse.Elsewhere();

  /** Scopes that hold statements. */
  private static final Set<ScopeKind> BLOCKS =
      Set.of(ScopeKind.MODULE, ScopeKind.CLASS, ScopeKind.FUNCTION);

  private final Tokens tokens;
  private final Scope module = new Scope(ScopeKind.MODULE, null);
  private final List<Scope> scopes = new ArrayList<>();
  private final List<PlacedImport> imports = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final StringCollector strings;
  private final LoaderNames loaders = new LoaderNames();

  /** Names read in a class that had not bound them so far. */
  private final List<Integer> unboundInClass = new ArrayList<>();

  private final List<TypeComments.Typed> comments;

  /** Where names stand, with the scope there; kept for the sake of type comments. */
  private final NavigableMap<Integer, Scope> places = new TreeMap<>();

  private Scope scope = module;
  private boolean inString;
  private boolean broken;

  ScopeBuilder(Tokens tokens) {
    this.tokens = tokens;
    this.strings = new StringCollector(tokens.source());
    this.comments = new TypeComments(tokens).expressions();
  }

  FileAnalysis finish() {
    comments.forEach(this::annotatesInComment);
    scopes.forEach(Scope::settleNonlocals);
    for (int index : unboundInClass) {
      Reference each = references.get(index);
      if (each.scope().binds(each.name())) {
        references.set(
            index, new Reference(each.scope(), each.chain(), each.use(), each.inString(), true));
      }
    }
    return new FileAnalysis(
        tokens,
        module,
        List.copyOf(scopes),
        List.copyOf(imports),
        List.copyOf(references),
        strings.found(),
        strings.exported(),
        broken || tokens.isBroken());
  }

  @Override
  public void imported(ImportStatement statement) {
    imports.add(new PlacedImport(statement, scope));
    loaders.imported(statement);
    for (Item item : statement.names()) {
      int token = item.alias() >= 0 ? item.alias() : item.first();
      if (tokens.is(token, "*")) {
        scope.bindStar();
      } else {
        stands(tokens.start(token), scope);
        scope.bind(
            tokens.identifier(token),
            new Binding(BindingKind.IMPORT, tokens.start(token), statement, item));
      }
    }
  }

  @Override
  public void loads(Expression expression) {
    walk(expression, ELSEWHERE);
  }

  @Override
  public void assigns(List<Expression> targets, Expression value) {
    String variable = targets.size() == 1 ? plainName(targets.getFirst()) : "";
    if (scope == module && variable.equals("__all__")) {
      strings.exports(value);
    }
    for (Expression target : targets) {
      loaders.assigned(plainName(target), value);
    }
    walk(value, new StringUse.Value(variable));
    for (Expression target : targets) {
      stores(target, BindingKind.ASSIGNMENT);
    }
  }

  @Override
  public void augments(Expression target, Expression value) {
    String variable = plainName(target);
    if (scope == module && variable.equals("__all__")) {
      strings.exports(value);
    }
    walk(value, new StringUse.Value(variable));
    stores(target, BindingKind.ASSIGNMENT);
  }

  private static String plainName(Expression target) {
    return target instanceof Chain chain && chain.segments().length == 1 ? chain.name() : "";
  }

  @Override
  public void stores(Expression target, BindingKind kind) {
    switch (target) {
      case Chain chain -> {
        refer(chain, Reference.Use.STORE);
        if (chain.segments().length == 1) {
          bind(chain, kind);
        }
      }
      case Group group when isTarget(group) -> group.parts().forEach(part -> stores(part, kind));
      case Group other -> loads(other);
      case Postfix postfix -> loads(postfix);
      case Lambda lambda -> loads(lambda);
      case Comprehension comprehension -> loads(comprehension);
      case Walrus walrus -> loads(walrus);
      case Text text -> loads(text);
    }
  }

  private static boolean isTarget(Group group) {
    return group.kind() == Group.Kind.TUPLE || group.kind() == Group.Kind.LIST;
  }

  private void bind(Chain chain, BindingKind kind) {
    int token = chain.segments()[0];
    scope.bind(chain.name(), new Binding(kind, chain.tokens().start(token), null, null));
  }

  @Override
  public void deletes(Expression target) {
    switch (target) {
      case Chain chain -> {
        refer(chain, Reference.Use.DELETE);
        if (chain.segments().length == 1) {
          bind(chain, BindingKind.DELETION);
        }
      }
      case Group group when isTarget(group) -> group.parts().forEach(this::deletes);
      default -> loads(target);
    }
  }

  @Override
  public void annotates(Expression annotation) {
    switch (annotation) {
      case Text text when strings.isExpression(text) -> quoted(text);
      case Group group -> group.parts().forEach(this::annotates);
      case Postfix postfix -> {
        annotates(postfix.base());
        for (Expression.Trailer trailer : postfix.trailers()) {
          switch (trailer) {
            case Expression.Index index -> annotatesIndex(index);
            case Expression.Arguments arguments -> arguments(arguments);
          }
        }
      }
      default -> loads(annotation);
    }
  }

  /** In the scope of the last name before the comment. */
  private void annotatesInComment(TypeComments.Typed type) {
    Map.Entry<Integer, Scope> before = places.lowerEntry(type.at());
    scope = before == null ? module : before.getValue();
    inString = true;
    annotates(type.expression());
    inString = false;
    scope = module;
  }

  private static Scope outside(Scope inner) {
    return inner.parent() == null ? inner : inner.parent();
  }

  private void stands(int position, Scope standing) {
    Scope holder = standing;
    while (!BLOCKS.contains(holder.kind())) {
      holder = outside(holder);
    }
    if (!comments.isEmpty()) {
      places.put(position, holder);
    }
  }

  private void annotatesIndex(Expression.Index index) {
    String callee = name(index.tokens(), index.callee());
    if (callee.equals("Literal")) {
      loads(index.index());
    } else if (callee.equals("Annotated") && index.index() instanceof Group group) {
      annotates(group.parts().getFirst());
      group.parts().stream().skip(1).forEach(this::loads);
    } else {
      annotates(index.index());
    }
  }

  private void quoted(Text text) {
    Tokens of = text.tokens();
    int literal = text.literals()[0];
    StringUse inside = strings.inside(of.start(literal), of.end(literal), ELSEWHERE);
    Expression expression =
        StatementParser.parseExpression(of.source(), inside.start(), inside.end());
    if (expression == null) {
      loads(text);
      return;
    }
    boolean outer = inString;
    inString = true;
    annotates(expression);
    inString = outer;
  }

  @Override
  public void binds(Tokens of, int name, BindingKind kind) {
    // the comment that types a whole function belongs to where the function stands
    stands(of.start(name), kind == BindingKind.PARAMETER ? outside(scope) : scope);
    scope.bind(of.identifier(name), new Binding(kind, of.start(name), null, null));
  }

  @Override
  public void declaresGlobal(Tokens of, int name) {
    scope.declareGlobal(of.identifier(name), of.end(name));
  }

  @Override
  public void declaresNonlocal(Tokens of, int name) {
    scope.declareNonlocal(of.identifier(name), of.end(name));
  }

  @Override
  public void opens(ScopeKind kind) {
    scope = new Scope(kind, scope);
    scopes.add(scope);
  }

  @Override
  public void closes() {
    scope = Objects.requireNonNull(scope.parent());
  }

  @Override
  public void breaks(Tokens of, int token) {
    broken = true;
  }

  private void walk(Expression expression, StringUse.Place place) {
    switch (expression) {
      case Chain chain -> refer(chain, Reference.Use.LOAD);
      case Postfix postfix -> {
        strings.extendsExports(postfix, scope == module);
        walk(postfix.base(), ELSEWHERE);
        for (Expression.Trailer trailer : postfix.trailers()) {
          switch (trailer) {
            case Expression.Arguments arguments -> arguments(arguments);
            case Expression.Index index -> walk(index.index(), placeOf(index));
          }
        }
      }
      case Group group -> {
        StringUse.Place inner = strings.placeInside(group, place);
        group.parts().forEach(part -> walk(part, inner));
      }
      case Lambda lambda -> lambda(lambda);
      case Comprehension comprehension -> comprehension(comprehension);
      case Walrus walrus -> {
        walk(walrus.value(), ELSEWHERE);
        int name = walrus.name();
        references.add(
            new Reference(
                scope,
                new Chain(walrus.tokens(), new int[] {name}),
                Reference.Use.STORE,
                inString,
                false));
        binds(walrus.tokens(), name, BindingKind.WALRUS);
      }
      case Text text -> {
        strings.add(text, place);
        text.fields().forEach(field -> walk(field, ELSEWHERE));
      }
    }
  }

  private void refer(Chain chain, Reference.Use use) {
    boolean loads = use == Reference.Use.LOAD || chain.segments().length > 1;
    boolean unbound = scope.kind() == ScopeKind.CLASS && !scope.binds(chain.name());
    if (loads && unbound) {
      unboundInClass.add(references.size());
    }
    references.add(new Reference(scope, chain, use, inString, false));
    if (!inString) {
      stands(chain.tokens().start(chain.segments()[0]), scope);
    }
  }

  /** {@code sys.modules["a.b"]} names a module. */
  private static StringUse.Place placeOf(Expression.Index index) {
    String callee = name(index.tokens(), index.callee());
    return callee.equals("modules") ? new StringUse.CallArgument(callee, "", 0, "") : ELSEWHERE;
  }

  private void arguments(Expression.Arguments call) {
    String owner = name(call.tokens(), call.owner());
    String called = name(call.tokens(), call.callee());
    String callee = owner.isEmpty() ? loaders.original(called) : called;
    boolean starts = callee.equals("import_module") || callee.equals("find_spec");
    StringUse.Anchored anchored = starts ? strings.anchored(call) : null;
    int position = 0;
    for (Expression.Argument argument : call.arguments()) {
      boolean named = argument.keyword() >= 0;
      String keyword = name(call.tokens(), argument.keyword());
      if (takesType(callee, position, keyword)) {
        annotates(argument.value());
      } else if (anchored != null && (named ? keyword.equals("name") : position == 0)) {
        walk(argument.value(), anchored);
      } else {
        walk(
            argument.value(),
            new StringUse.CallArgument(callee, owner, named ? -1 : position, keyword));
      }
      position++;
    }
  }

  /** Whether a string given here is a type expression, for the functions of {@code typing}. */
  private static boolean takesType(String callee, int position, String keyword) {
    return switch (callee) {
      case "cast" -> position == 0;
      case "TypeVar" -> keyword.equals("bound");
      default -> false;
    };
  }

  private static String name(Tokens of, int token) {
    return token < 0 ? "" : of.identifier(token);
  }

  private void lambda(Lambda lambda) {
    for (Parameter parameter : lambda.parameters().parameters()) {
      if (parameter.fallback() != null) {
        walk(parameter.fallback(), ELSEWHERE);
      }
    }
    opens(ScopeKind.LAMBDA);
    for (Parameter parameter : lambda.parameters().parameters()) {
      binds(lambda.parameters().tokens(), parameter.name(), BindingKind.PARAMETER);
    }
    walk(lambda.body(), ELSEWHERE);
    closes();
  }

  private void comprehension(Comprehension comprehension) {
    Clause first = comprehension.clauses().getFirst();
    walk(first.iterable(), ELSEWHERE);
    opens(ScopeKind.COMPREHENSION);
    for (Clause clause : comprehension.clauses()) {
      if (clause != first) {
        walk(clause.iterable(), ELSEWHERE);
      }
      stores(clause.target(), BindingKind.LOOP);
      clause.conditions().forEach(condition -> walk(condition, ELSEWHERE));
    }
    comprehension.elements().forEach(element -> walk(element, ELSEWHERE));
    closes();
  }
}
