package dev.ferry.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What each gate asks and counts, from {@code gates.properties}. Immutable. */
public final class GateGuide {
  private static final int WIDTH = 80;

  /** Of each gate, in this order. */
  enum Part {
    ASKS("asks"),
    COUNTS("counts"),
    BASE("base"),
    ENDS("ends"),
    SETTINGS("settings");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  private final Properties texts;

  private GateGuide(Properties texts) {
    this.texts = texts;
  }

  /** The texts that ferry ships. */
  public static GateGuide load() {
    Properties texts = new Properties();
    try (InputStream in = GateGuide.class.getResourceAsStream("gates.properties")) {
      if (in == null) {
        throw new IllegalStateException("gates.properties is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GateGuide(texts);
  }

  /** The gates that are explained, in the order of their names. */
  public List<String> gates() {
    Set<String> gates = new TreeSet<>();
    for (String key : texts.stringPropertyNames()) {
      gates.add(key.substring(0, key.lastIndexOf('.')));
    }
    return List.copyOf(gates);
  }

  /** What {@code ferry explain GATE} prints; nothing where there is no such gate. */
  public Optional<String> render(String gate) {
    if (!gates().contains(gate)) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(gate).append(" (gate)\n\n");
    out.append(Wrapped.at(WIDTH, text(gate, Part.ASKS)));
    for (Part part : List.of(Part.COUNTS, Part.BASE, Part.ENDS, Part.SETTINGS)) {
      out.append('\n').append(Wrapped.at(WIDTH, part.key() + ": " + text(gate, part)));
    }
    return Optional.of(out.toString());
  }

  String text(String gate, Part part) {
    return texts.getProperty(gate + "." + part.key(), "").strip();
  }
}
