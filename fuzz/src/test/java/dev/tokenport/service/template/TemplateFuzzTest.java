package dev.tokenport.service.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonRows;
import java.net.URI;
import java.util.List;

/** Templates and the values in them: what a value can do to a text is bounded by the place in which it stands. */
final class TemplateFuzzTest {

    /** What the parser that judges accepts as the name of a member. */
    private static final int LONGEST_NAME = 40_000;

    private static final Entity ENTITY = new Entity(
            "urn:e",
            Schema.of("", "id", "text", "json", "number", "none", "secret", "two words"),
            List.of(
                    List.of(Value.of("a/b"), Value.of("c&d")),
                    List.of(Value.of("\"}\u0000{{ id }}")),
                    List.of(new Value.Text("{\"a\":[1,null]}", JsonType.JSON)),
                    List.of(new Value.Text("1e400", JsonType.NUMBER)),
                    List.of(),
                    List.of(Value.of(Secret.of(Canary.TEXT))),
                    List.of(new Value.Text("true", JsonType.BOOLEAN))));

    private final Redactor redactor = new Redactor();

    /** Any template: it is refused, or refused for this entity, or gives something. */
    @FuzzTest
    void template(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                Template template = Template.of("body", text);
                each(() -> template.url(ENTITY, redactor));
                each(() -> template.header(ENTITY, redactor));
                each(() -> template.value(ENTITY, redactor));
                each(() -> template.body(ENTITY, redactor, ""));
                each(() -> template.body(null, redactor, "application/json"));
            } catch (OperatorException e) {
                Messages.fit(e);
            }
        });
    }

    private interface Rendered {
        Object get() throws EntityException;
    }

    private static void each(Rendered rendered) {
        try {
            assertThat(rendered.get()).isNotNull();
        } catch (EntityException e) {
            Messages.fit(e);
        }
    }

    /** A value in a JSON body: the body is JSON, whatever the value. */
    @FuzzTest
    void valueInJson(byte[] input) throws Exception {
        if (input.length > LONGEST_NAME) {
            return;
        }
        Template template = Template.of("body", "{\"a\":{{ v }},\"b\":\"x{{ v }}\",\"k{{ v }}\":[\"{{ v }}\"]}");

        Bounds.within(input, () -> {
            Body body = template.body(row(input), redactor, "application/json");

            assertThat(JsonRows.isJson(body.text())).as(body.text()).isTrue();
        });
    }

    /** A value in a URL: the host and the number of segments and parameters stay what they are. */
    @FuzzTest
    void valueInUrl(byte[] input) throws Exception {
        Template template = Template.of("url", "https://api.example.org/a/{{ v }}/b?x={{ v }}&y=1");

        Bounds.within(input, () -> {
            try {
                URI url = new URI(template.url(row(input), redactor));

                assertThat(url.getRawAuthority()).isEqualTo("api.example.org");
                assertThat(url.getRawPath().split("/", -1)).hasSize(4);
                assertThat(url.normalize()).isEqualTo(URI.create(url.toString().replace("/a//b", "/a/b")));
                assertThat(url.getRawQuery().split("[&=]", -1)).hasSize(4);
            } catch (EntityException e) {
                Messages.fit(e);
            }
        });
    }

    private static Entity row(byte[] value) {
        return Entity.of("", Schema.of("", "v"), List.of(Value.of(new String(value, UTF_8))));
    }
}
