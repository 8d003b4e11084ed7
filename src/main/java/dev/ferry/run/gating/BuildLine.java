package dev.ferry.run.gating;

import dev.ferry.facts.Mention;
import dev.ferry.formats.NamesOfOthers;
import dev.ferry.model.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What stands beside a mention in a script, a workflow or another file that builds: nearly all of
 * it is looked up. Names of distributions, images and steps are not those of modules, which the
 * rewriting leaves alone as well.
 *
 * @param before the rest of the line up to the mention
 */
record BuildLine(Mention.Kind kind, String before) {
  private static final Pattern RUNS_MODULE = Pattern.compile("(^|[\\s\"'\\[,])-m[\"',\\s]+$");

  /** What a step or a file is called. */
  private static final Pattern TITLE =
      Pattern.compile("^\\s*(?:-\\s+)?(?:name|id|title|description|label):\\s.*");

  private static final Pattern LABEL = Pattern.compile("^\\s*(?:LABEL|MAINTAINER)\\s.*");

  /** A value under a key that holds no command. */
  private static final Pattern VALUE =
      Pattern.compile(
          "^\\s*(?:-\\s+)?(?!(?:run|script|before_script|after_script|install|entry|args|command"
              + "|entrypoint|cmd|module|app)\\b)[\\w.-]+:\\s.*");

  /** A variable or an option by whose name its value is a module. */
  private static final Pattern TELLS_MODULE =
      Pattern.compile(
          "(?i)(?:MODULE|SETTINGS|APP|FACTORY|PLUGINS?|HANDLER)[\"']?\\s*[:=]\\s*[\"']?$");

  static BuildLine of(byte[] content, Mention mention) {
    int line = mention.start();
    while (line > 0 && content[line - 1] != '\n') {
      line--;
    }
    return new BuildLine(
        mention.kind(),
        new String(
            Arrays.copyOfRange(content, line, mention.start()), StandardCharsets.ISO_8859_1));
  }

  Confidence confidence() {
    if (RUNS_MODULE.matcher(before).find() || TELLS_MODULE.matcher(before).find()) {
      return Confidence.HIGH;
    }
    boolean title = TITLE.matcher(before).matches() || LABEL.matcher(before).matches();
    boolean other =
        kind == Mention.Kind.NAME
            && (NamesOfOthers.isNamedAfter(before) || VALUE.matcher(before).matches());
    return title || other ? Confidence.MEDIUM : Confidence.HIGH;
  }
}
