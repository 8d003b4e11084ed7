package dev.ferry.python.rewriting;

import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is put together from literals: each character, with its place in the file where it
 * has one of its own there. Not safe for several threads.
 */
final class Pieces {
  private static final int ELSEWHERE = -1;

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();
  private int next = -1;

  String text() {
    return text.toString();
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  /** Whether all of the text is known. */
  boolean isComplete() {
    return next >= 0;
  }

  /** The token after the expression, where all of the text is known. */
  int next() {
    return next;
  }

  void endsAt(int token) {
    next = token;
  }

  void add(Pieces other) {
    text.append(other.text);
    places.addAll(other.places);
  }

  void add(Pieces other, int index) {
    text.append(other.text.charAt(index));
    places.add(other.places.get(index));
  }

  void add(Tokens tokens, int start, int end) {
    for (int i = start; i < end; i++) {
      text.append((char) (tokens.source().bytes()[i] & 0xff));
      places.add(i);
    }
  }

  /** A text that other places may read too, or that is there several times. */
  void addElsewhere(String value) {
    text.append(value);
    value.chars().forEach(c -> places.add(ELSEWHERE));
  }

  /** Whether these characters stand side by side in one literal, and serve for no others. */
  boolean isOnePiece(int from, int to) {
    for (int i = from; i < to; i++) {
      int place = places.get(i);
      if (place == ELSEWHERE || (i > from && place != places.get(i - 1) + 1)) {
        return false;
      }
    }
    List<Integer> served = places.subList(from, to);
    return places.stream().filter(served::contains).count() == to - from;
  }

  /** Where a character stands; only where it is in a literal of the expression. */
  int place(int index) {
    return places.get(index);
  }
}
