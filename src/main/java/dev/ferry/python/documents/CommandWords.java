package dev.ferry.python.documents;

import dev.ferry.model.Confidence;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.NewPlaces.Replacement;
import java.util.regex.Pattern;

/** What the words around a name tell of it in a command line. */
final class CommandWords {
  /** An interpreter that is told to run a module. */
  private static final Pattern RUNS_MODULE =
      Pattern.compile(
          "(?:^|[\\s\"'/=(])(?:python|pypy|coverage\\s+run)[\\w.]*.*[\\s\"',]-m[\"',\\s]+$");

  private static final Pattern ATTRIBUTE_FOLLOWS = Pattern.compile("^:[A-Za-z_]");

  /** Names of distributions, which need not be those of modules. */
  private static final Pattern INSTALLS =
      Pattern.compile(
          "\\b(?:pip[\\d.]*|uv|poetry|pdm|conda|mamba|pipx|rye|hatch)[\"',\\s]+"
              + "(?:tool\\s+|pip\\s+)?(?:install|add|remove|uninstall|download|show|wheel|update)"
              + "\\b[^;&|\\n]*$");

  /** Names of images and containers. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "\\b(?:docker|podman|nerdctl|buildah)\\b[^;&|\\n]*"
              + "(?:\\s(?:-t|--tag|--name|--network)[\\s=]+"
              + "|\\s(?:push|pull|tag|rmi?|stop|start|logs|restart|kill|inspect)\\s+(?:\\S+\\s+)?)"
              + "[\"']?$");

  /** Programs whose words are hosts, messages, keys, or code in other languages. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?:^|[;&|\\n(])[\\s\\[\"'(]*(?:(?:sudo|exec|time|nohup)\\s+|\\w+=\\S*\\s+)*"
              + "(?:\\S*/)?(?:git|hg|svn|gh|glab|ping|ssh|scp|sftp|rsync|curl|wget|nc|telnet|dig"
              + "|nslookup|host|traceroute|node|deno|npm|npx|yarn|pnpm|ruby|perl|php|lua|java|awk"
              + "|gawk|sed|jq|yq|psql|mysql|sqlite3|redis-cli|mongo|mongosh|sysctl|defaults"
              + "|gsettings|kubectl|helm|terraform|aws|gcloud|az)\\b[^;&|\\n]*$");

  private static final Pattern TAG = Pattern.compile(":(?:v?\\d|latest\\b).*", Pattern.DOTALL);

  private CommandWords() {}

  /** Whether the line is a comment up to here; the first line of an item is none. */
  static boolean isComment(String before) {
    int line = before.lastIndexOf('\n') + 1;
    return line > 0 && before.substring(line).stripLeading().startsWith("#");
  }

  /** Whether this names something that is no module, whatever it is called. */
  static boolean namesOther(String text, Item item, int start) {
    String before = text.substring(item.start(), start);
    return INSTALLS.matcher(before).find()
        || IMAGE.matcher(before).find()
        || OF_OTHERS.matcher(before).find();
  }

  static boolean isRun(String text, Item item, int start, int end) {
    String before = text.substring(item.start(), start);
    return RUNS_MODULE.matcher(before).find() || isFollowedByAttribute(text, end);
  }

  private static boolean isFollowedByAttribute(String text, int end) {
    return ATTRIBUTE_FOLLOWS.matcher(text).region(end, text.length()).lookingAt();
  }

  /** {@code labs.api:1.0} is an image and its tag. */
  static boolean isVersioned(String text, int end) {
    return end < text.length()
        && text.charAt(end) == ':'
        && TAG.matcher(text).region(end, Math.min(text.length(), end + 10)).lookingAt();
  }

  static Confidence confidence(Replacement replacement, String text, int start, int end) {
    boolean sure =
        isFollowedByAttribute(text, end)
            || text.substring(Math.max(0, start - 12), start).matches("(?s).*[\\s\"',]-m[\"',\\s]+")
            || (replacement.whole()
                && RepoPaths.name(replacement.text()).indexOf('.') > 0
                && replacement.text().indexOf('/') >= 0);
    return sure ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
