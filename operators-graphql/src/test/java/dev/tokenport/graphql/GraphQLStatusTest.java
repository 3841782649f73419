package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the status of an answer means (GraphQL over HTTP, §Status Codes). */
final class GraphQLStatusTest extends ScriptedCase {

    private static final Answer GOOD = Answer.json(200, "{\"data\":{\"orders\":[{\"id\":1}]}}");

    private static final String DENIED = "{\"errors\":[{\"message\":\"denied\"}]}";

    @Test
    void answer_with294_isAPartialOne() throws Exception {
        server.answer(graphql(294, "{\"data\":{\"orders\":[{\"id\":1}]},\"errors\":[{\"message\":\"partial\"}]}"));
        var context = context();

        assertThat(ask(asked(ORDERS), context)).containsExactly(row("id", number("1")));
        assertThat(context.warnings()).hasSize(1);
    }

    @Test
    void answer_ofGraphQLWithAChallenge_renewsTheToken() throws Exception {
        server.answer(graphql(401, DENIED).with("WWW-Authenticate", "Bearer error=\"invalid_token\""), GOOD);
        var context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("new")));

        assertThat(ask(asked(ORDERS).token(Secret.of("old")), context)).containsExactly(row("id", number("1")));
        assertThat(context.facts()).doesNotContainKey("errors");
    }

    @Test
    void answer_ofGraphQLWith401AndNoChallenge_isReadAsSuch() {
        server.answer(graphql(401, DENIED));

        assertThatThrownBy(() -> ask(asked(ORDERS).token(Secret.of("old"))))
                .hasMessage("POST " + url + " answered an error: denied");
    }

    @Test
    void answer_redirect_isNotFollowed() {
        server.answer(Answer.redirect(307, "https://elsewhere.example.org/graphql"));

        assertThatThrownBy(() -> ask(asked(ORDERS).token(Secret.of("t0ken"))))
                .hasMessage("POST " + url
                        + " answered 307: redirects are not followed; it points to https://elsewhere.example.org");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void answer_ofGraphQLWith4xx_isReadAsSuch() {
        server.answer(graphql(422, "{\"errors\":[{\"message\":\"Unknown field 'x'\"}]}"));
        var context = context();

        assertThatThrownBy(() -> ask(asked(ORDERS), context))
                .hasMessage("POST " + url + " answered an error: Unknown field 'x'");
        assertThat(context.facts()).containsEntry("errors", "1").containsEntry("status", "422");
    }

    @Test
    void answer_ofSomebodyElseWith4xx_isARefusal() {
        server.answer(Answer.json(400, "{\"errors\":[{\"message\":\"bad\"}]}"));

        assertThatThrownBy(() -> ask(asked(ORDERS)))
                .hasMessage("POST " + url + " answered 400: {\"errors\":[{\"message\":\"bad\"}]}");
    }

    @Test
    void query_refusedForNow_isSentAgain() throws Exception {
        server.answer(
                graphql(503, "{\"errors\":[{\"message\":\"later\"}]}").with("Retry-After", "0"),
                Answer.json(200, "{\"data\":{\"orders\":[{\"id\":1}]}}"));

        assertThat(ask(asked(ORDERS).attempts(2))).containsExactly(row("id", number("1")));
    }

    @Test
    void mutation_thatMayHaveBeenProcessed_isNotSentAgain() {
        server.answer(graphql(503, "{\"errors\":[{\"message\":\"later\"}]}").with("Retry-After", "0"), Answer.hangUp());

        assertThatThrownBy(() -> ask(asked("mutation { pay(id: 1) { id } }").attempts(2)))
                .hasMessage("POST " + url + " answered an error: later");
        assertThatThrownBy(() -> ask(asked("mutation { pay(id: 1) { id } }").attempts(2)))
                .hasMessageStartingWith("POST " + url + ": ");
        assertThat(server.requests()).hasSize(2);
    }
}
