package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a Dockerfile's instructions. */
final class DockerfileItems {
  private static final Pattern HERE = Pattern.compile("<<-?[\"']?([A-Za-z_]\\w*)[\"']?");

  private static final Set<String> COPYING = Set.of("copy", "add");

  private final String text;
  private final List<Item> items = new ArrayList<>();
  private String instruction = "";
  private boolean continued;
  private int group;

  /** The word that ends the lines which are part of an instruction; empty where none are. */
  private String terminator = "";

  private DockerfileItems(String text) {
    this.text = text;
  }

  static List<Item> read(String text) {
    DockerfileItems reader = new DockerfileItems(text);
    Lines.of(text).forEach(line -> reader.line(line.start(), line.end()));
    return reader.items;
  }

  private void line(int start, int end) {
    int from = Lines.skipBlanks(text, start, end);
    if (from == end || text.charAt(from) == '#') {
      return;
    }
    boolean within = !terminator.isEmpty();
    if (within && text.substring(from, end).equals(terminator)) {
      terminator = "";
      return;
    }
    if (!continued && !within) {
      int word = from;
      while (word < end && text.charAt(word) > ' ') {
        word++;
      }
      instruction = text.substring(from, word).toLowerCase(Locale.ROOT);
      from = Lines.skipBlanks(text, word, end);
      group++;
    }
    boolean fromOtherStage =
        COPYING.contains(instruction) && text.substring(from, end).contains("--from=");
    if (fromOtherStage) {
      instruction = "copy-from-stage";
    }
    Matcher here = HERE.matcher(text).region(from, Math.max(from, end));
    if (!within && here.find()) {
      terminator = here.group(1);
    }
    continued = text.charAt(end - 1) == '\\';
    int to = continued ? Lines.trimEnd(text, from, end - 1) : end;
    if (from < to) {
      items.add(new Item(List.of(instruction), false, group, from, to));
    }
  }
}
