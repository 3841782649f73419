package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header {@code Idempotency-Key}. */
final class HttpIdempotencyTest extends HttpRequestCase {

    private static final int ENTITIES = 300;

    private final ManualTime time = ManualTime.start();

    @Test
    void key_isAStringWithAUuid_andTheSameAtEachExecutionOfARun() throws Exception {
        server.otherwise(request -> Answer.json(200, "{}"));

        ask(post(), context());
        ask(post(), context());
        ask(post(), context().withRun("another"));
        ask(post(), context().withTask("another"));

        assertThat(keys().get(0)).matches("\"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"");
        assertThat(keys().get(1)).isEqualTo(keys().get(0));
        assertThat(new HashSet<>(keys())).hasSize(3);
    }

    @Test
    void key_withoutTheParameter_isNotSent() throws Exception {
        server.otherwise(request -> Answer.json(200, "{}"));

        ask(Asked.of(url("/")).method(HttpMethod.POST).body("{}"));

        assertThat(server.request().headers().first("Idempotency-Key")).isEmpty();
    }

    @Test
    void key_ofEachEntity_isItsOwnAndItsOwnAgain_sideBySideToo() throws Exception {
        server.otherwise(request -> Answer.json(200, "{}"));
        String[] numbers =
                IntStream.range(0, ENTITIES).mapToObj(Integer::toString).toArray(String[]::new);

        ask(each("32"), context(), rows("n", numbers));
        Map<String, String> first = keysByPath(0);
        ask(each("1"), context(), rows("n", numbers));

        assertThat(first).hasSize(ENTITIES);
        assertThat(new HashSet<>(first.values())).hasSize(ENTITIES);
        assertThat(keysByPath(ENTITIES)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PATCH", "PUT"})
    void request_thatMeetsAFault_isSentAgainWithTheSameKey(HttpMethod method) throws Exception {
        server.answer(Answer.hangUp(), Answer.status(503), Answer.status(409), Answer.json(200, "{}"));

        assertThat(ask(post().method(method).with("attempts", "4"), context().withTime(time)))
                .hasSize(1);

        assertThat(keys()).hasSize(4);
        assertThat(new HashSet<>(keys())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void conflict_withoutTheParameter_isFinal(String method) {
        server.otherwise(request -> Answer.status(409));

        assertThatThrownBy(() -> ask(
                        Asked.of(url("/")).with("method", method).with("attempts", "4"),
                        context().withTime(time)))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith(method + " " + url("/") + " answered 409");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void request_withATokenThatIsRefused_isSentAgainWithTheSameKey() throws Exception {
        server.answer(
                Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\""), Answer.json(200, "{}"));
        TestContext context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("second")));

        ask(post().token("first"), context);

        assertThat(server.requests())
                .extracting(request -> request.headers().first("Authorization").orElse(""))
                .containsExactly("Bearer first", "Bearer second");
        assertThat(new HashSet<>(keys())).hasSize(1);
    }

    @Test
    void pages_haveKeysOfTheirOwn() throws Exception {
        server.answer(Answer.json(200, "[{}]"), Answer.json(200, "[{}]"), Answer.json(200, "[]"));

        ask(post().with("paging", "page_number").with("paging_parameter", "p"));

        assertThat(new HashSet<>(keys())).hasSize(3);
    }

    @Test
    void form_thatIsSentAgain_isTheSameOctetByOctet() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "a");
        server.otherwise(request -> Answer.json(200, "{}"));
        for (int execution = 0; execution < 2; execution++) {
            ask(Asked.of(url("/"))
                    .method(HttpMethod.POST)
                    .with("body_file", "a.txt")
                    .with("upload_as", "form")
                    .with("idempotency_key", "true"));
        }

        List<RecordedRequest> requests = server.requests();
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(requests.get(1).headers().first("Content-Type"))
                .isEqualTo(requests.get(0).headers().first("Content-Type"));
    }

    @Test
    void header_ofOnesOwn_besideTheParameter_isRefused() {
        assertThatThrownBy(() -> post().header("idempotency-KEY", "x").parameters())
                .hasMessageContaining(
                        "headers has 'Idempotency-Key', and idempotency_key makes one; leave out one of them");
    }

    @Test
    void repeatable_withTheParameter_isEachMethod() {
        var operator = new HttpRequest();

        assertThat(operator.repeatable(new KnownParameters(Map.of("method", "POST", "idempotency_key", "true"))))
                .isTrue();
        assertThat(operator.repeatable(new KnownParameters(Map.of("method", "POST", "idempotency_key", "false"))))
                .isFalse();
    }

    private Asked post() {
        return Asked.of(url("/")).method(HttpMethod.POST).body("{}").with("idempotency_key", "true");
    }

    private Asked each(String parallel) {
        return post().with("url", url("/{{ n }}")).with("parallel", parallel);
    }

    private List<String> keys() {
        return server.requests().stream()
                .map(request -> request.headers().first("Idempotency-Key").orElse(""))
                .toList();
    }

    private Map<String, String> keysByPath(int from) {
        Map<String, String> keys = new HashMap<>();
        server.requests().stream()
                .skip(from)
                .forEach(request -> keys.put(
                        request.target(),
                        request.headers().first("Idempotency-Key").orElse("")));
        return keys;
    }
}
