package dev.ferry.process;

import java.nio.charset.StandardCharsets;

/**
 * What a program wrote, as far as it was kept.
 *
 * @param stdout empty where the output went to a file
 * @param stderr empty where the output went to a file
 * @param truncated whether some of it exceeded the limit
 */
public record Output(byte[] stdout, byte[] stderr, boolean truncated) {
  static final Output NONE = new Output(new byte[0], new byte[0], false);

  /** Standard output as UTF-8, malformed bytes replaced. */
  public String text() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  /** Standard error as UTF-8, malformed bytes replaced, without the white space around it. */
  public String errorText() {
    return new String(stderr, StandardCharsets.UTF_8).strip();
  }
}
