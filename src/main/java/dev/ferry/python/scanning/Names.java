package dev.ferry.python.scanning;

/** Names of at most eight bytes as one number, so that keywords are told apart without strings. */
final class Names {
  static final long AS = pack("as");
  static final long ASYNC = pack("async");
  static final long AWAIT = pack("await");
  static final long CASE = pack("case");
  static final long CLASS = pack("class");
  static final long DEF = pack("def");
  static final long DEL = pack("del");
  static final long ELIF = pack("elif");
  static final long ELSE = pack("else");
  static final long EXCEPT = pack("except");
  static final long FINALLY = pack("finally");
  static final long FOR = pack("for");
  static final long FROM = pack("from");
  static final long GLOBAL = pack("global");
  static final long IF = pack("if");
  static final long IMPORT = pack("import");
  static final long IN = pack("in");
  static final long LAMBDA = pack("lambda");
  static final long MATCH = pack("match");
  static final long TRY = pack("try");
  static final long TYPE = pack("type");
  static final long WHILE = pack("while");
  static final long WITH = pack("with");
  static final long SUPPRESS = pack("suppress");

  static final long FILE = pack("__file__");
  static final long SYS = pack("sys");
  static final long PATH = pack("path");
  static final long MODULES = pack("modules");

  /** The halves of {@code TYPE_CHECKING}. */
  static final long TYPE_CHECKING_HEAD = pack("TYPE_");

  static final long TYPE_CHECKING_TAIL = pack("CHECKING");

  /** Calls that may bind names which no statement shows. */
  private static final Names NAME_MAKERS = new Names("globals vars locals exec setattr");

  private static final Names KEYWORDS =
      new Names(
          "False None True and as assert async await break class continue def del elif else except"
              + " finally for from global if import in is lambda nonlocal not or pass raise return"
              + " try while with yield");

  /**
   * Keywords that no valid program has inside brackets: where a line begins with one, a bracket
   * before it was never closed. {@code from} is left out because of {@code yield from}.
   */
  private static final Names STATEMENT_ONLY =
      new Names(
          "assert break class continue def del elif except finally global import nonlocal pass"
              + " raise return try while with");

  /** Open addressing, at most a quarter full; 0 marks a free place. */
  private final long[] places = new long[256];

  private Names(String names) {
    for (String name : names.split(" ", -1)) {
      long packed = pack(name);
      int place = place(packed);
      while (places[place] != 0) {
        place = (place + 1) & 255;
      }
      places[place] = packed;
    }
  }

  private boolean contains(long packed) {
    int place = place(packed);
    while (places[place] != 0) {
      if (places[place] == packed) {
        return true;
      }
      place = (place + 1) & 255;
    }
    return false;
  }

  private static int place(long packed) {
    return (int) ((packed * 0x9E3779B97F4A7C15L) >>> 56);
  }

  static boolean isKeyword(long packed) {
    return KEYWORDS.contains(packed);
  }

  /** Whether the word was a name before Python 3.7, so that modules were called so. */
  static boolean wasAName(long packed) {
    return packed == ASYNC || packed == AWAIT;
  }

  static boolean startsOnlyStatements(long packed) {
    return STATEMENT_ONLY.contains(packed);
  }

  static boolean mayMakeNames(long packed) {
    return NAME_MAKERS.contains(packed);
  }

  /** The name as a number; 0 where it is longer than eight bytes. */
  static long pack(byte[] source, int start, int end) {
    if (end - start > 8) {
      return 0;
    }
    long packed = 0;
    for (int i = start; i < end; i++) {
      packed = packed << 8 | (source[i] & 0xFF);
    }
    return packed;
  }

  static long pack(String name) {
    long packed = 0;
    for (int i = 0; i < name.length(); i++) {
      packed = packed << 8 | name.charAt(i);
    }
    return packed;
  }
}
