package dev.tokenport.operators.http;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A scripted server, and the operator that asks it. */
abstract class HttpRequestCase {

    @TempDir
    Path folder = Path.of("");

    final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    TestContext context() {
        return TestContext.in(folder);
    }

    String url(String path) {
        URI url = server.url("/");
        return url.getScheme() + "://" + url.getAuthority() + path;
    }

    /** The parameters of a request; few attempts and small texts unless a test says otherwise. */
    static final class Asked {

        private final Map<String, RawValue> values = new LinkedHashMap<>();

        private Asked(String url) {
            with("url", url).with("attempts", "1").with("timeout", "20s").with("max_body", "1000");
        }

        static Asked of(String url) {
            return new Asked(url);
        }

        Asked with(String parameter, String value) {
            values.put(parameter, RawValue.of(value));
            return this;
        }

        Asked method(HttpMethod value) {
            return with("method", value.name());
        }

        Asked header(String name, String value) {
            return header(name, Secret.of(value));
        }

        Asked header(String name, Secret value) {
            return secret("headers-" + name, value);
        }

        Asked body(String value) {
            return secret("body", Secret.of(value));
        }

        Asked token(String value) {
            return secret("oauth_access_token", Secret.of(value));
        }

        Asked secret(String parameter, Secret value) {
            values.put(parameter, new RawValue.Scalar(Value.of(value)));
            return this;
        }

        HttpRequestParameters parameters() {
            try {
                return ParameterList.bind(HttpRequestParameters.class, values);
            } catch (ParameterException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    /** The output, to be read and closed. */
    Entities stream(Asked asked, TestContext context, Entities... inputs)
            throws OperatorException, InterruptedException {
        Output output = new HttpRequest().execute(asked.parameters(), new Inputs(List.of(inputs)), context);
        return ((Output.Stream) output).entities();
    }

    List<Entity> ask(Asked asked, TestContext context, Entities... inputs)
            throws OperatorException, InterruptedException {
        List<Entity> entities = new ArrayList<>();
        try (Entities stream = stream(asked, context, inputs)) {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                entities.add(entity);
            }
        }
        return entities;
    }

    List<Entity> ask(Asked asked, Entities... inputs) throws OperatorException, InterruptedException {
        return ask(asked, context(), inputs);
    }

    /** The first values of a path, of all entities. */
    static List<String> texts(List<Entity> entities, String path) {
        return entities.stream()
                .map(entity -> ((Value.Text) entity.first(path).orElseThrow()).text())
                .toList();
    }

    static Entities rows(String path, String... texts) {
        var schema = Schema.of("", path);
        List<Entity> entities = new ArrayList<>();
        for (String text : texts) {
            entities.add(Entity.of("", schema, List.of(Value.of(text))));
        }
        return Entities.of(schema, entities);
    }
}
