package dev.ferry.model;

/**
 * The name of a git object: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits.
 *
 * @param hex the digits
 */
public record ObjectId(String hex) {
  /**
   * @throws IllegalArgumentException where {@code hex} is not an object name
   */
  public ObjectId {
    if (hex.length() != 40 && hex.length() != 64) {
      throw new IllegalArgumentException("not an object name: " + hex);
    }
    for (int i = 0; i < hex.length(); i++) {
      char c = hex.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        throw new IllegalArgumentException("not an object name: " + hex);
      }
    }
  }

  /** The first ten digits, for people. */
  public String abbreviated() {
    return hex.substring(0, 10);
  }

  @Override
  public String toString() {
    return hex;
  }
}
