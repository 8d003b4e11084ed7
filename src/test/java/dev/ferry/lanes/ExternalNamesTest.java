package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExternalNamesTest {
  @ParameterizedTest(name = "{0} beside {1}")
  @CsvSource({
    "django, shop, django",
    "django.db.models, shop, django",
    "shopping.cart, shop, shopping",
    // a namespace that a root shares: as many parts as tell it from the root
    "azure.storage.blob, azure.identity, azure.storage",
    "azure.storage, azure.identity, azure.storage",
    "azure.identity.net.http, azure.identity.core, azure.identity.net",
    // above a root, and inside one
    "azure, azure.identity,",
    "azure.identity, azure.identity.core,",
    "azure.identity.gone, azure.identity,",
    // several roots: the longest name that tells it from each
    "a.b.c.d, 'a.x,a.b.y', a.b.c",
    "a.b.c.d, 'a.b.y,a.x', a.b.c",
    "a.b.c.d, 'a.b.c,a.x',",
    "z.q, 'a.x,b', z",
  })
  void theShortestNameThatIsNoRoots(String name, String roots, String expected) {
    assertThat(ExternalNames.of(name, List.of(roots.split(",")))).isEqualTo(expected);
  }
}
