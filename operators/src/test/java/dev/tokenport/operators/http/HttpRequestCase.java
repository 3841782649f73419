package dev.tokenport.operators.http;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.Calls;
import dev.tokenport.service.OnError;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What a request is made of; the defaults are those of the parameters. */
    static final class Asked {

        private final String url;
        private HttpMethod method = HttpMethod.GET;
        private final Map<String, Secret> headers = new LinkedHashMap<>();
        private Optional<Secret> body = Optional.empty();
        private Optional<Secret> token = Optional.empty();
        private String contentType = "";
        private int attempts = 1;
        private int maxBody = 1000;
        private boolean insecure;

        private Asked(String url) {
            this.url = url;
        }

        static Asked of(String url) {
            return new Asked(url);
        }

        Asked method(HttpMethod value) {
            method = value;
            return this;
        }

        Asked header(String name, String value) {
            headers.put(name, Secret.of(value));
            return this;
        }

        Asked body(String value) {
            body = Optional.of(Secret.of(value));
            return this;
        }

        Asked token(String value) {
            token = Optional.of(Secret.of(value));
            return this;
        }

        Asked contentType(String value) {
            contentType = value;
            return this;
        }

        Asked attempts(int value) {
            attempts = value;
            return this;
        }

        Asked insecure() {
            insecure = true;
            return this;
        }

        HttpRequestParameters parameters() {
            return new HttpRequestParameters(
                    url,
                    method,
                    headers,
                    body,
                    "application/json",
                    token,
                    contentType,
                    maxBody,
                    new Calls(OnError.FAIL, "", "", 1, attempts, Duration.ofSeconds(20), Optional.empty(), insecure));
        }
    }

    List<Entity> ask(Asked asked, TestContext context, Entities... inputs)
            throws OperatorException, InterruptedException {
        Output output = new HttpRequest().execute(asked.parameters(), new Inputs(List.of(inputs)), context);
        List<Entity> entities = new ArrayList<>();
        try (Entities stream = ((Output.Stream) output).entities()) {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                entities.add(entity);
            }
        }
        return entities;
    }

    List<Entity> ask(Asked asked, Entities... inputs) throws OperatorException, InterruptedException {
        return ask(asked, context(), inputs);
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
