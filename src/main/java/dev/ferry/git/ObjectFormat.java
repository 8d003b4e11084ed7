package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a repository names its objects. */
public enum ObjectFormat {
  SHA1("sha1", "SHA-1", 40),
  SHA256("sha256", "SHA-256", 64);

  private final String word;
  private final String algorithm;
  private final int digits;

  ObjectFormat(String word, String algorithm, int digits) {
    this.word = word;
    this.algorithm = algorithm;
    this.digits = digits;
  }

  static ObjectFormat named(String word) {
    for (ObjectFormat format : values()) {
      if (format.word.equals(word)) {
        return format;
      }
    }
    throw new IllegalArgumentException("unknown object format: " + word);
  }

  /** As git names it. */
  String word() {
    return word;
  }

  /** What git writes where there is no object: zeros. */
  String none() {
    return "0".repeat(digits);
  }

  ObjectId blobName(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(("blob " + content.length + '\0').getBytes(StandardCharsets.US_ASCII));
      return new ObjectId(HexFormat.of().formatHex(digest.digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + algorithm, e);
    }
  }
}
