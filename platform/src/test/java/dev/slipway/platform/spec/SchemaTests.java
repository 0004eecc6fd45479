package dev.slipway.platform.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** After a change of a type: {@code -Dslipway.schema.write=true} writes both files anew. */
class SchemaTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCHEMA = HOME.resolve("deploy/schema/platform.schema.json");
    private static final Path DOCUMENT = HOME.resolve("docs/platform-yaml.md");

    private final ObjectNode schema =
            new Schema(new Javadoc(Path.of("src/main/java/dev/slipway/platform/spec"))).root();

    private static String text(ObjectNode schema) throws JsonProcessingException {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    }

    private static void compare(Path file, String text) throws IOException {
        if (Boolean.getBoolean("slipway.schema.write")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).as(file.getFileName().toString()).isEqualTo(text);
    }

    @Test
    void theCommittedSchemaIsTheOneOfTheTypes() throws IOException {
        compare(SCHEMA, text(schema));
    }

    @Test
    void theDocumentIsTheOneOfTheSchema() throws IOException {
        compare(DOCUMENT, new SchemaDocument(schema).text());
    }

    @Test
    void everyKeyIsExplained() {
        List<String> silent = new ArrayList<>();
        schema.path("properties").properties().forEach(key -> {
            if (SchemaDocument.meaning(key.getValue(), schema).isEmpty()) {
                silent.add(key.getKey());
            }
        });
        schema.path("definitions")
                .properties()
                .forEach(type -> type.getValue().path("properties").properties().forEach(key -> {
                    if (SchemaDocument.meaning(key.getValue(), schema).isEmpty()) {
                        silent.add(type.getKey() + "." + key.getKey());
                    }
                }));

        assertThat(silent).isEmpty();
    }

    @Test
    void aVariableInAMeaningKeepsItsBraces() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains("in the place of `${REGISTRY}/<name>:${TAG}`");
    }

    private List<String> complaints(String description) {
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
        Object read = new Load(LoadSettings.builder().build()).loadFromString(description);
        JsonNode tree = new ObjectMapper().valueToTree(read);
        return factory.getSchema(schema).validate(tree).stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev-ol", "prod-ol"})
    void anEditorFindsNothingInTheDescriptions(String environment) throws IOException {
        assertThat(complaints(Files.readString(HOME.resolve("deploy/" + environment + "/platform.yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            production: true | prodution: true        | prodution
            replicas: 2      | replicas: 0            | minimum value of 1
            memory: 8Gi      | memory: 8GB            | does not match
            routing: gateway-api | routing: gateway   | does not have a value in the enumeration
            namespace:       | namespaces:             | required property 'namespace' not found
            """)
    void anEditorFindsAFault(String valid, String broken, String what) throws IOException {
        String text = Files.readString(HOME.resolve("deploy/prod-ol/platform.yaml"));
        assertThat(text).contains(valid);

        assertThat(complaints(text.replaceFirst(valid, broken)))
                .anySatisfy(complaint -> assertThat(complaint).contains(what));
    }
}
