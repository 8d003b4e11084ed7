package dev.ferry.python.syntax;

import java.util.List;

/** Is told what a file consists of, in the order of the file. */
public interface StructureListener {
  void imported(ImportStatement statement);

  /** The names in the expression are read. */
  void loads(Expression expression);

  void assigns(List<Expression> targets, Expression value);

  /** {@code target op= value}. */
  void augments(Expression target, Expression value);

  /** The names in the target are bound. */
  void stores(Expression target, BindingKind kind);

  void deletes(Expression target);

  /** The expression says which type something has; strings in it are expressions too. */
  void annotates(Expression annotation);

  /** A name token is bound where it stands. */
  void binds(Tokens tokens, int name, BindingKind kind);

  void declaresGlobal(Tokens tokens, int name);

  void declaresNonlocal(Tokens tokens, int name);

  /** A scope begins; the next {@code closes} that is not paired otherwise ends it. */
  void opens(ScopeKind kind);

  void closes();

  /** A statement could not be read, and was left out. */
  void breaks(Tokens tokens, int token);
}
