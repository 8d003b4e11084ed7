package dev.ferry.gate;

import java.util.List;

/**
 * What the OpenAPI document says of a JSON body that the application sent.
 *
 * @param mismatches where the body is something else, each as {@code $.a[0]: why}
 * @param unjudged what the document demands and nobody could judge, such as {@code $dynamicRef}
 */
public record AnsweredBody(List<String> mismatches, List<String> unjudged) {
  public AnsweredBody {
    mismatches = List.copyOf(mismatches);
    unjudged = List.copyOf(unjudged);
  }
}
