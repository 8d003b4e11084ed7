package dev.ferry.toolchain;

import java.util.List;

/** The routes that an application's object says it has, or why it could not be asked. */
public sealed interface OwnRoutes {
  /**
   * @param routes each as {@code GET /v1/models/{id}}, sorted
   */
  record Known(List<String> routes) implements OwnRoutes {
    public Known {
      routes = List.copyOf(routes);
    }
  }

  record Unknown(String why) implements OwnRoutes {}
}
