package dev.ferry.python.syntax;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reserved words. The soft ones ({@code match}, {@code case}, {@code type}) are names. */
enum Keyword {
  FALSE("False", false),
  NONE("None", false),
  TRUE("True", false),
  AND,
  AS,
  ASSERT(true),
  ASYNC,
  AWAIT,
  BREAK(true),
  CLASS(true),
  CONTINUE(true),
  DEF(true),
  DEL(true),
  ELIF(true),
  ELSE,
  EXCEPT(true),
  FINALLY(true),
  FOR,
  FROM,
  GLOBAL(true),
  IF,
  IMPORT(true),
  IN,
  IS,
  LAMBDA,
  NONLOCAL(true),
  NOT,
  OR,
  PASS(true),
  RAISE(true),
  RETURN(true),
  TRY(true),
  WHILE(true),
  WITH(true),
  YIELD;

  private static final Map<String, Keyword> BY_TEXT = new HashMap<>();

  static {
    for (Keyword keyword : values()) {
      BY_TEXT.put(keyword.text, keyword);
    }
  }

  private final String text;
  private final boolean statementOnly;

  Keyword() {
    this(false);
  }

  Keyword(boolean statementOnly) {
    this.text = name().toLowerCase(Locale.ROOT);
    this.statementOnly = statementOnly;
  }

  Keyword(String text, boolean statementOnly) {
    this.text = text;
    this.statementOnly = statementOnly;
  }

  /** Whether the word never stands inside brackets; where it does, a bracket was not closed. */
  boolean isStatementOnly() {
    return statementOnly;
  }

  static @Nullable Keyword of(String text) {
    return BY_TEXT.get(text);
  }
}
