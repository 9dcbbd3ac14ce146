package dev.carillon.server.contract;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI contract that judges answers. */
final class Contract {
  private static final String HERE = "https://contract.invalid/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document;
  private final SchemaRegistry schemas;

  private Contract(JsonNode document) {
    this.document = document;
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemas(Map.of(HERE, JSON.writeValueAsString(document))));
  }

  /** The contract that is served. */
  static Contract own() throws IOException {
    try (InputStream in = Contract.class.getResourceAsStream("/dev/carillon/api/openapi.yaml")) {
      return new Contract(new YAMLMapper().readTree(in));
    }
  }

  static Contract of(String yaml) {
    return new Contract(new YAMLMapper().readTree(yaml));
  }

  /** Every operation as its method and path. */
  Set<String> operations() {
    var found = new TreeSet<String>();
    for (var path : document.path("paths").properties()) {
      for (var field : path.getValue().propertyNames()) {
        if (METHODS.contains(field)) {
          found.add(field.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return found;
  }

  /** The operation that a request is for; one without braces before one with them. */
  Optional<String> operation(String method, String path) {
    return operations().stream()
        .filter(one -> one.startsWith(method + " "))
        .filter(one -> pattern(one.substring(method.length() + 1)).matcher(path).matches())
        .min(java.util.Comparator.comparingInt(one -> one.contains("{") ? 1 : 0));
  }

  /** The query parameters that an operation is described with. */
  Set<String> queryParameters(String operation) {
    var at = "/paths/" + escaped(operation.substring(operation.indexOf(' ') + 1));
    var method = operation.substring(0, operation.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
    var found = new TreeSet<String>();
    for (var list : List.of(at + "/parameters", at + "/" + method + "/parameters")) {
      for (var i = 0; i < document.at(list).size(); i++) {
        var parameter = document.at(resolved(list + "/" + i));
        if (parameter.path("in").asString("").equals("query")) {
          found.add(parameter.path("name").asString());
        }
      }
    }
    return found;
  }

  /** Those of all operations. */
  Set<String> queryParameters() {
    var found = new TreeSet<String>();
    operations().forEach(operation -> found.addAll(queryParameters(operation)));
    return found;
  }

  /** What is wrong with an answer by this contract; nothing when it is as described. */
  List<String> faults(String operation, int status, String type, String body) {
    var method = operation.substring(0, operation.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
    var path = operation.substring(operation.indexOf(' ') + 1);
    var at = "/paths/" + escaped(path) + "/" + method + "/responses";
    var described =
        Stream.of(String.valueOf(status), status / 100 + "XX")
            .filter(key -> document.at(at).has(key))
            .findFirst();
    if (described.isEmpty()) {
      return List.of("status " + status + " is not described");
    }
    return content(at + "/" + described.get(), type, body);
  }

  private List<String> content(String response, String type, String body) {
    var at = resolved(response);
    var content = document.at(at + "/content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("a body is not described");
    }
    var plain = type.split(";", 2)[0].trim();
    var named = Stream.of(plain, "*/*").filter(content::has).findFirst();
    if (named.isEmpty()) {
      return List.of("type " + type + " is not described");
    }
    return plain.endsWith("json") && !named.get().equals("*/*")
        ? againstSchema(at + "/content/" + escaped(named.get()) + "/schema", body)
        : List.of();
  }

  private List<String> againstSchema(String at, String body) {
    try {
      var value = JSON.readTree(body);
      return schemas.getSchema(SchemaLocation.of(HERE + "#" + at)).validate(value).stream()
          .map(Object::toString)
          .toList();
    } catch (JacksonException noJson) {
      return List.of("the body is no JSON: " + noJson.getOriginalMessage());
    }
  }

  /** Whether the example in the document fits the schema of this name. */
  List<String> faultsOfExample(String example, String schema) {
    var value = document.at("/components/examples/" + example + "/value");
    return schemas
        .getSchema(SchemaLocation.of(HERE + "#/components/schemas/" + schema))
        .validate(value)
        .stream()
        .map(Object::toString)
        .toList();
  }

  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  /** Follows a reference to the place that it stands for. */
  private String resolved(String at) {
    var reference = document.at(at + "/$ref");
    return reference.isMissingNode() ? at : resolved(reference.asString().substring(1));
  }

  private static Pattern pattern(String path) {
    var parts = path.split("\\{[a-z_]+}", -1);
    var last = path.equals("/app/{path}") ? ".+" : "[^/]+";
    return Pattern.compile(
        Stream.of(parts).map(Pattern::quote).reduce((one, two) -> one + last + two).orElse(""));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
