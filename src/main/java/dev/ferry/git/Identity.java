package dev.ferry.git;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who commits, as the user's git has it. */
public record Identity(String name, String email) {
  private static final Pattern IDENT = Pattern.compile("(.*?) ?<([^>]*)>.*");
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

  public Identity {
    for (String part : new String[] {name, email}) {
      if (part.chars().anyMatch(c -> c == '<' || c == '>' || c == '\n' || c == 0)) {
        throw new IllegalArgumentException("not an identity: " + part);
      }
    }
  }

  /** Reads what {@code git var GIT_AUTHOR_IDENT} prints. */
  static Optional<Identity> parse(String ident) {
    Matcher matcher = IDENT.matcher(ident.strip());
    return matcher.matches()
        ? Optional.of(new Identity(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** As a commit has it: name, address, seconds since the epoch, offset. */
  String at(ZonedDateTime when) {
    return name + " <" + email + "> " + date(when);
  }

  static String date(ZonedDateTime when) {
    return when.toEpochSecond() + " " + ZONE.format(when);
  }
}
