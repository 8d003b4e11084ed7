package dev.ferry.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the application answered to one operation.
 *
 * @param operation as the OpenAPI document has it, such as {@code GET /v1/models}
 * @param status of the answer; 0 where there was none
 * @param headers by their names in lower case, one map for each time it was asked
 * @param routeMissing whether the answer is the one that a path without a route gets
 * @param body what the document says of it, where it is JSON or has to be
 * @param failure why there was no answer
 * @param documented whether the OpenAPI document offers the operation
 */
public record AppAnswer(
    String operation,
    int status,
    List<Map<String, String>> headers,
    boolean routeMissing,
    Optional<AnsweredBody> body,
    Optional<String> failure,
    boolean documented) {
  public AppAnswer {
    headers = headers.stream().<Map<String, String>>map(TreeMap::new).toList();
  }

  /** How the status is shown. */
  String shown() {
    if (failure.isPresent()) {
      return "no answer";
    }
    return status + (routeMissing ? " (no such route)" : "");
  }

  /** Whether the route itself is broken: the resource's own 404 is not. */
  boolean isBroken() {
    return failure.isPresent() || routeMissing || status == 405 || status >= 500;
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
