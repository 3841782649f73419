package dev.tokenport.service;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A scripted service, and what it takes to ask it. */
abstract class ServiceCase {

    static final Schema ROW = Schema.of("", "id");
    static final Schema ANSWER = Schema.of("", "answer");

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

    /** Parameters by name and value, in turn. */
    static Calls calls(String... namesAndValues) throws OperatorException {
        Map<String, RawValue> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], RawValue.of(namesAndValues[i + 1]));
        }
        return ParameterList.bind(Calls.class, values);
    }

    /** A call of the path with the id of an entity. */
    Call get(String path) {
        return () -> Request.of("GET", server.url(path), Headers.none());
    }

    /** A call that must not be processed twice. */
    Call post(String path) {
        return new Call() {
            @Override
            public Request request() {
                return Request.of("POST", server.url(path), Headers.none());
            }

            @Override
            public boolean repeatable() {
                return false;
            }
        };
    }

    /** Asks for {@code /ID} per entity; the answer's body is the one column of its one entity. */
    PerEntity.Work work(Caller caller) {
        return entity -> {
            try (Answered answered =
                    caller.ask(get("/" + entity.map(ServiceCase::id).orElse("once")))) {
                return Entities.of(ANSWER, List.of(row(ANSWER, body(answered))));
            } catch (IOException e) {
                throw new EntityException("cannot be closed", e);
            }
        };
    }

    static String body(Answered answered) {
        try {
            return new String(answered.response().bodyWithin(1_000_000), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(Entity entity) {
        return ((Value.Text) entity.first("id").orElseThrow()).text();
    }

    static Entity row(Schema schema, String... texts) {
        List<Value> values = new ArrayList<>();
        for (String text : texts) {
            values.add(Value.of(text));
        }
        return Entity.of("", schema, values);
    }

    static Entities rows(String... ids) {
        List<Entity> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(row(ROW, id));
        }
        return Entities.of(ROW, rows);
    }

    static Inputs inputs(Entities... streams) {
        return new Inputs(List.of(streams));
    }

    static List<Entity> all(Entities entities) throws OperatorException, InterruptedException {
        List<Entity> all = new ArrayList<>();
        try (entities) {
            for (Entity entity = entities.next(); entity != null; entity = entities.next()) {
                all.add(entity);
            }
        }
        return all;
    }

    static Optional<Secret> token(String text) {
        return Optional.of(Secret.of(text));
    }

    static Answer text(String body) {
        return Answer.of(200, "text/plain", body);
    }

    static Answer refused(String challenge) {
        return Answer.status(401).with("WWW-Authenticate", challenge);
    }

    List<String> authorizations() {
        return server.requests().stream().map(ServiceCase::authorization).toList();
    }

    static String authorization(RecordedRequest request) {
        return request.headers().first("Authorization").orElse("none");
    }
}
