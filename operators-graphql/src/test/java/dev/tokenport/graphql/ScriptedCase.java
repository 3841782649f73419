package dev.tokenport.graphql;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import org.junit.jupiter.api.AfterEach;

/** The operator and a server that answers as a test says. */
abstract class ScriptedCase extends GraphQLCase {

    final ScriptedServer server = ScriptedServer.start();
    final String url = server.url("/graphql").toString();

    @AfterEach
    void stop() {
        server.close();
    }

    Asked asked(String query) {
        return Asked.of(url, query);
    }

    /** An answer of GraphQL's own media type. */
    static Answer graphql(int status, String body) {
        return Answer.of(status, "application/graphql-response+json; charset=utf-8", body);
    }
}
