package dev.ferry.ledger;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Problems as text of one column: fields apart by the ASCII unit separator, problems by the record
 * separator. Neither can stand in a path or a name that ferry accepts; where one stands in a
 * message it becomes a blank.
 */
final class ProblemCodec {
  private static final char UNIT = '\u001f';
  private static final char RECORD = '\u001e';
  private static final int FIXED_FIELDS = 4;

  private ProblemCodec() {}

  static String encode(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : problems) {
      out.append(problem.code().name()).append(UNIT);
      out.append(clean(problem.file() == null ? "" : problem.file())).append(UNIT);
      out.append(problem.line()).append(UNIT);
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
        int line = Integer.parseInt(fields[2]);
        String[] texts = arguments.toArray(String[]::new);
        problems.add(
            fields[3].equals("1")
                ? Problem.at(fields[1], line, code, texts)
                : Problem.of(code, texts));
      }
    }
  }

  private static String clean(String text) {
    return text.replace(UNIT, ' ').replace(RECORD, ' ');
  }
}
