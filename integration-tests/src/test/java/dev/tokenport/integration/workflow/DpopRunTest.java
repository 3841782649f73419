package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.graphql.GraphQLQuery;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.sparql.SparqlQuery;
import dev.tokenport.sparql.SparqlUpdate;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ReceivedProof;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bound token and its key, from the token endpoint through the config port to the service. */
final class DpopRunTest {

    @TempDir
    private Path folder;

    private final ScriptedServer idp = ScriptedServer.start();
    private final ScriptedServer api = ScriptedServer.start();

    @BeforeEach
    void grant() {
        idp.otherwise(request -> Answer.json(
                200,
                "{\"access_token\":\"t0ken-" + idp.requests().size()
                        + "\",\"token_type\":\"DPoP\",\"expires_in\":300}"));
    }

    @AfterEach
    void stop() {
        idp.close();
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http-request, config: auth, parameters: {url: 'API'}",
                "graphql-query, config: auth, parameters: {graphql_url: 'API', graphql_query: '{ a }'}",
                "sparql-query, config: auth, parameters: {sparql_endpoint: 'API', sparql_query: 'ASK {}'}",
                "sparql-update, config: auth, parameters: {sparql_endpoint: 'API', sparql_update: 'CLEAR ALL'}"
            })
    void consumer_ofABoundToken_provesTheSameKey(String consumer) throws Exception {
        api.otherwise(request -> Answer.json(200, "{\"data\": {\"a\": 1}, \"head\": {}, \"boolean\": true}"));

        RunReport report = run(consumer);

        assertThat(report.error()).isEmpty();
        ReceivedProof proof = ReceivedProof.in(api.request());
        assertThat(api.request().headers().all("Authorization")).containsExactly("DPoP t0ken-1");
        assertThat(proof.verified()).isTrue();
        assertThat(proof.thumbprint()).isEqualTo(ReceivedProof.in(idp.request()).thumbprint());
        assertThat(proof.claims())
                .containsEntry("htm", api.request().method())
                .containsEntry("htu", api.url("/service").toString())
                .containsEntry("ath", ReceivedProof.hash("t0ken-1"));
    }

    @Test
    void token_refused_isRenewedAtItsSourceForTheSameKey() throws Exception {
        api.answer(Answer.status(401).with("WWW-Authenticate", "DPoP error=\"invalid_token\""), Answer.json(200, "{}"));

        RunReport report = run("http-request, config: auth, parameters: {url: 'API'}");

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(report.tasks().get(0).renewals()).isEqualTo(1);
        assertThat(api.requests())
                .extracting(request -> request.headers().first("Authorization").orElse(""))
                .containsExactly("DPoP t0ken-1", "DPoP t0ken-2");
        assertThat(thumbprints(api)).containsExactlyElementsOf(thumbprints(idp));
    }

    @Test
    void report_ofARunWithABoundToken_tellsNothingOfTheKey() throws Exception {
        api.otherwise(request -> Answer.status(400));

        RunReport report = run("http-request, config: auth, parameters: {url: 'API'}");

        assertThat(report.tasks())
                .allSatisfy(task -> assertThat(task.warnings()).isEmpty());
        assertThat(report.toJson()).doesNotContain("t0ken-1").doesNotContain("P-256");
    }

    @Test
    void consumer_whoseTokenWasRenamed_goesWithoutAProof() throws Exception {
        api.otherwise(request -> Answer.json(200, "{}"));

        RunReport report = run("http-request, config: {from: auth, map: {oauth_access_token: headers-X-Key}},"
                + " parameters: {url: 'API'}");

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(api.request().headers().contains("DPoP")).isFalse();
    }

    private static List<String> thumbprints(ScriptedServer server) {
        return server.requests().stream().map(DpopRunTest::thumbprint).toList();
    }

    private static String thumbprint(RecordedRequest request) {
        return ReceivedProof.in(request).thumbprint();
    }

    private RunReport run(String consumer) throws Exception {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, """
                workflow: test
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters:
                      oauth_token_url: '%s'
                      oauth_client_id: orders
                      oauth_client_secret: s3cret
                      oauth_dpop: true
                  use: {operator: %s}
                """.formatted(
                idp.url("/token"), consumer.replace("API", api.url("/service").toString())));
        Plan plan = Plan.read(
                file,
                List.of(),
                OperatorRegistry.of(
                        new OAuth2Authentication(),
                        new HttpRequest(),
                        new GraphQLQuery(),
                        new SparqlQuery(),
                        new SparqlUpdate()));
        var world = new LocalRunner.World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of()),
                new Redactor(),
                folder.resolve("scratch"));
        return new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
    }
}
