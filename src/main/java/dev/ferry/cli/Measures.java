package dev.ferry.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Ages and sizes as people type them. */
final class Measures {
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d|w)");
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9})\\s*(b|k|kb|m|mb|g|gb|t|tb)?", Pattern.CASE_INSENSITIVE);
  private static final int DAYS_OF_A_WEEK = 7;

  private Measures() {}

  /** {@code 90s}, {@code 30m}, {@code 36h}, {@code 7d}, {@code 2w}. */
  static final class Age implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher matcher = AGE.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is no age such as 36h, 7d or 2w");
      }
      long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        case "d" -> Duration.ofDays(number);
        default -> Duration.ofDays(number * DAYS_OF_A_WEEK);
      };
    }
  }

  /** {@code 500MB}, {@code 2GB}; in powers of 1024. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher matcher = SIZE.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is no size such as 500MB or 2GB");
      }
      String unit = matcher.group(2) == null ? "b" : matcher.group(2).toLowerCase(Locale.ROOT);
      return Long.parseLong(matcher.group(1)) << 10 * "bkmgt".indexOf(unit.charAt(0));
    }
  }
}
