package dev.ferry.cli;

import dev.ferry.formats.NearestWord;
import java.util.Collection;

/** Words for a command that ferry does not have. */
final class UnknownCommand {
  private UnknownCommand() {}

  /** With the command that was probably meant, if one is near. */
  static String said(String typed, Collection<String> known) {
    String near =
        NearestWord.to(typed, known).map(command -> "; " + command + " is the nearest").orElse("");
    return "there is no command '" + typed + "'" + near;
  }
}
