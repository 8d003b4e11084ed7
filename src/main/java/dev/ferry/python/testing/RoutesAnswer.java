package dev.ferry.python.testing;

import dev.ferry.toolchain.OwnRoutes;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script that asks an application for its routes answers. A class of its own, since every
 * command makes a {@link PythonTools} and few need what reads JSON, which takes 25 ms to load.
 */
final class RoutesAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RoutesAnswer() {}

  static OwnRoutes of(byte[] answer) {
    try {
      JsonNode told = JSON.readTree(answer);
      if (told.path("error").isString()) {
        return new OwnRoutes.Unknown(told.path("error").asString());
      }
      if (!told.path("routes").isArray()) {
        throw new UnreadableAnswerException("no routes");
      }
      List<String> routes = new ArrayList<>();
      told.path("routes").forEach(route -> routes.add(route.asString("")));
      return new OwnRoutes.Known(routes);
    } catch (JacksonException torn) {
      throw new UnreadableAnswerException(String.valueOf(torn.getOriginalMessage()));
    }
  }
}
