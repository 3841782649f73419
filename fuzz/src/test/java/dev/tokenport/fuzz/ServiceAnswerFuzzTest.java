package dev.tokenport.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.TestContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer of a service, with its headers, to an operator that sends the canary as its token: entities, or an
 * {@link OperatorException} that can be shown. Pages that lead on and on are answered in the same way.
 */
final class ServiceAnswerFuzzTest {

    private static final OperatorRegistry OPERATORS =
            OperatorRegistry.load(ServiceAnswerFuzzTest.class.getClassLoader());
    private static final ScratchFile FILE = ScratchFile.named("answer");

    @FuzzTest
    void records(byte[] input) throws Exception {
        ask(input, "http-request", Map.of("url", "https://api.example.org/orders"));
    }

    @FuzzTest
    void linkedPages(byte[] input) throws Exception {
        ask(
                input,
                "http-request",
                Map.of("url", "https://api.example.org/orders", "paging", "link", "paging_limit", "3"));
    }

    @FuzzTest
    void nextUrls(byte[] input) throws Exception {
        ask(
                input,
                "http-request",
                Map.of(
                        "url",
                        "https://api.example.org/orders",
                        "records",
                        "/data",
                        "paging",
                        "next_url",
                        "paging_pointer",
                        "/next",
                        "paging_limit",
                        "3"));
    }

    @FuzzTest
    void graphql(byte[] input) throws Exception {
        ask(
                input,
                "graphql-query",
                Map.of("graphql_url", "https://api.example.org/graphql", "graphql_query", "{ orders { id } }"));
    }

    @FuzzTest
    void sparql(byte[] input) throws Exception {
        ask(
                input,
                "sparql-query",
                Map.of("sparql_endpoint", "https://api.example.org/sparql", "sparql_query", "SELECT * { ?s ?p ?o }"));
    }

    private static void ask(byte[] input, String operator, Map<String, String> parameters) throws Exception {
        TestContext context = TestContext.in(FILE.folder())
                .withTime(ManualTime.start())
                .withTransports(WireAnswer.of(input).transports());
        Map<String, RawValue> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(name, RawValue.of(value)));
        values.put("attempts", RawValue.of("2"));
        values.put("oauth_access_token", new RawValue.Scalar(Value.of(Secret.of(Canary.TEXT))));

        Bounds.within(input, () -> {
            try {
                drain(OPERATORS.find(operator).orElseThrow(), values, context);
            } catch (OperatorException e) {
                // A runner redacts what it shows.
                Messages.safe(context.redactor().redact(String.valueOf(e.getMessage())));
            }
        });
        context.warnings().forEach(Messages::safe);
    }

    private static <P extends Record> void drain(
            Operator<P> operator, Map<String, RawValue> values, TestContext context)
            throws OperatorException, InterruptedException {
        P parameters = ParameterList.bind(operator.parameters(), values);
        if (operator.execute(parameters, Inputs.none(), context) instanceof Output.Stream stream) {
            try (Entities entities = stream.entities()) {
                while (entities.next() != null) {
                    // Reading is what is tested.
                }
            }
        }
    }
}
