package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\}");

  private final Messages messages = Messages.load();

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeHasItsThreeTexts(Code code) {
    for (String part : new String[] {"says", "fix", "explain"}) {
      assertThat(messages.template(code, part, 0)).as("%s.%s", code, part).isNotEqualTo(code.id());
      assertThat(messages.template(code, part, 0)).as("%s.%s", code, part).isNotBlank();
    }
    assertThat(placeholders(messages.explain(code))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void argumentsAreNumberedWithoutAGap(Code code) {
    Set<Integer> used = new TreeSet<>();
    used.addAll(placeholders(messages.template(code, "says", 0)));
    used.addAll(placeholders(messages.template(code, "fix", 0)));
    for (int index = 0; index < used.size(); index++) {
      assertThat(used).as("%s", code).contains(index);
    }
  }

  @Test
  void aVariantForANumberOfArgumentsUsesNoMore() {
    assertThat(messages.keys().stream().filter(key -> key.matches(".*\\.\\d")))
        .allSatisfy(
            key -> {
              int count = key.charAt(key.length() - 1) - '0';
              String[] parts = key.split("\\.");
              String text = messages.template(Code.valueOf(parts[0]), parts[1], count);
              assertThat(placeholders(text)).as(key).allMatch(index -> index < count);
            });
  }

  @Test
  void noTextIsLeftBehindByACodeThatIsGone() {
    Set<String> names = new TreeSet<>();
    for (Code code : Code.values()) {
      names.add(code.name());
    }
    assertThat(messages.keys())
        .allSatisfy(
            key -> {
              assertThat(names).contains(key.substring(0, key.indexOf('.')));
              assertThat(key).matches("[A-Z]\\d{3}\\.(says|fix|explain)(\\.\\d)?");
            });
  }

  @Test
  void aMissingArgumentNeverEndsARun() {
    assertThat(messages.says(Problem.of(Code.R001))).contains("?");
  }

  @Test
  void aCodeIsFoundHoweverItIsTyped() {
    assertThat(Messages.codeOf("FRY-R001")).contains(Code.R001);
    assertThat(Messages.codeOf(" fry-r001")).contains(Code.R001);
    assertThat(Messages.codeOf("r001")).contains(Code.R001);
    assertThat(Messages.codeOf("R999")).isEmpty();
  }

  private static Set<Integer> placeholders(String text) {
    Set<Integer> found = new TreeSet<>();
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(match -> found.add(Integer.parseInt(match.group(1))));
    return found;
  }
}
