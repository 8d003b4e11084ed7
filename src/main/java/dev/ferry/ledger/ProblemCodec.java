package dev.ferry.ledger;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Problems as text of one column: fields apart by the ASCII unit separator, problems by the record
 * separator. Neither can stand in a path or a name that ferry accepts; where one stands in a
 * message it becomes a blank. Bytes that are not UTF-8 become visible escapes.
 */
final class ProblemCodec {
  private static final char UNIT = '\u001f';
  private static final char RECORD = '\u001e';
  private static final int FIXED_FIELDS = 4;

  /** A byte of a path that is not UTF-8, see RepoPaths; SQLite's texts cannot hold it. */
  private static final Pattern NOT_UTF8 =
      Pattern.compile("(?<![\\ud800-\\udbff])[\\udc80-\\udcff]");

  private ProblemCodec() {}

  static String encode(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : problems) {
      out.append(problem.code().name()).append(UNIT);
      out.append(clean(problem.file() == null ? "" : problem.file())).append(UNIT);
      out.append(problem.line());
      out.append(problem.column() > 0 ? ":" + problem.column() : "").append(UNIT);
      out.append(problem.file() == null ? "0" : "1");
      problem.arguments().forEach(argument -> out.append(UNIT).append(clean(argument)));
      out.append(RECORD);
    }
    return out.toString();
  }

  /** What was encoded; problems with a code that this ferry does not know are left out. */
  static List<Problem> decode(String text) {
    List<Problem> problems = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(RECORD); end >= 0; end = text.indexOf(RECORD, start)) {
      String[] fields = text.substring(start, end).split(String.valueOf(UNIT), -1);
      start = end + 1;
      if (fields.length >= FIXED_FIELDS) {
        add(problems, fields);
      }
    }
    return problems;
  }

  private static void add(List<Problem> problems, String[] fields) {
    List<String> arguments = Arrays.asList(fields).subList(FIXED_FIELDS, fields.length);
    for (Code code : Code.values()) {
      if (code.name().equals(fields[0])) {
        String[] place = fields[2].split(":", 2);
        int column = place.length == 2 ? Integer.parseInt(place[1]) : 0;
        problems.add(
            new Problem(
                code,
                fields[3].equals("1") ? fields[1] : null,
                Integer.parseInt(place[0]),
                column,
                arguments));
      }
    }
  }

  private static String clean(String text) {
    String plain = text.replace(UNIT, ' ').replace(RECORD, ' ');
    return NOT_UTF8
        .matcher(plain)
        .replaceAll(byteOf -> "\\\\x%02x".formatted(byteOf.group().charAt(0) & 0xFF));
  }
}
