package dev.ferry.python.documents;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells programs in Python whose files have no ending by their first line. */
final class PythonScripts {
  private static final int LONGEST_LINE = 200;
  private static final Pattern INTERPRETER =
      Pattern.compile("#!\\s*\\S*(?:/env\\b(?:\\s+\\S+)*?\\s+|/)(?:python|pypy)[\\d.]*(?:\\s.*)?");

  private PythonScripts() {}

  static boolean isOne(byte[] content) {
    if (content.length < 2 || content[0] != '#' || content[1] != '!') {
      return false;
    }
    String start =
        new String(content, 0, Math.min(content.length, LONGEST_LINE), StandardCharsets.ISO_8859_1);
    return INTERPRETER.matcher(start.lines().findFirst().orElse("")).matches();
  }
}
