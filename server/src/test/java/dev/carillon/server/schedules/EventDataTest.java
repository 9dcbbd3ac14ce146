package dev.carillon.server.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class EventDataTest {
  @ParameterizedTest(name = "{0} is kept as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1                     | 1
          1.0                   | 1
          1e0                   | 1
          10e-1                 | 1
          100                   | 100
          1e2                   | 100
          0                     | 0
          -0                    | 0
          -0.0                  | 0
          0e5                   | 0
          -1.50                 | -1.5
          0.10                  | 0.1
          12345678901234567890  | 12345678901234567890
          0.1234567890123456789 | 0.1234567890123456789
          "main"                | "main"
          "1"                   | "1"
          ""                    | ""
          "\\u0061"             | "a"
          "a\\/b"               | "a/b"
          "ä"                   | "ä"
          "\\u00e4"             | "ä"
          "\\""                 | "\\""
          true                  | true
          false                 | false
          null                  | null
          """)
  void a_scalar_has_one_text_however_it_is_written(String written, String kept) {
    var json = "{\"here\":%s}".formatted(written);
    assertThat(data(json).at("/here")).contains(kept);
    assertThat(EventData.scalar(WireJson.tree(kept))).contains(kept);
  }

  @ParameterizedTest(name = "at {0} stands {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          /plain       | 1
          /deep/er     | 2
          /list/1      | 4
          /list/01     | -
          /list/-      | -
          /list/2      | -
          /with~1slash | 5
          /with~0tilde | 6
          /            | 7
          /1           | 8
          /deep        | -
          /list        | -
          /absent      | -
          /plain/x     | -
          """)
  void a_pointer_leads_to_a_scalar_or_to_nothing(String place, String value) {
    var json =
        """
        {"plain":1,"deep":{"er":2},"list":[3,4],"with/slash":5,"with~tilde":6,"":7,"1":8}\
        """;
    assertThat(data(json).at(place)).isEqualTo(Optional.ofNullable(value));
  }

  private static EventData data(String json) {
    var read = WireJson.object(json.getBytes(StandardCharsets.UTF_8));
    return new EventData(((Understood<ObjectNode>) read).value());
  }
}
