package dev.tokenport.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tasks of docs/providers.md are valid, and each says what its provider insists on. */
final class ProvidersTest {

    private static final Pattern SECTION = Pattern.compile("(?s)\n## ([^\n]+)\n.*?```yaml\n(.*?)```");

    /**
     * A provider's task.
     *
     * @param provider the section it stands in
     * @param task its YAML
     */
    record Snippet(String provider, String task) {

        @Override
        public String toString() {
            return provider;
        }
    }

    @Test
    void providers_thatTheDocumentHas_areTheFour() {
        assertThat(snippets())
                .extracting(Snippet::provider)
                .containsExactly("Keycloak", "Microsoft Entra ID", "Auth0", "Okta");
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void task_connectedToAConsumer_isValid(Snippet snippet, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("workflow.yaml");
        Files.writeString(file, "workflow: provider\ntasks:\n" + snippet.task().indent(2) + """
                  orders: {operator: http-request, config: auth, parameters: {url: "https://api.example.org/orders"}}
                  file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """);

        Plan plan = Plan.of(WorkflowFile.read(file), OperatorRegistry.load(ProvidersTest.class.getClassLoader()));

        assertThat(plan.tasks()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void task_secret_isAReference(Snippet snippet) {
        assertThat(snippet.task()).containsPattern("oauth_client_secret: \\$\\{env:[A-Z0-9_]+}\n");
    }

    @Test
    void tasks_ofProvidersThatInsist_sayScopeAudienceAndMethod() {
        assertThat(task("Microsoft Entra ID"))
                .contains("/oauth2/v2.0/token\n", "oauth_client_authentication: client_secret_post\n")
                .containsPattern("oauth_scope: \\S+/\\.default\n");
        assertThat(task("Auth0"))
                .contains("/oauth/token\n", "oauth_client_authentication: client_secret_post\n", "oauth_audience: ");
        assertThat(task("Okta"))
                .contains("/oauth2/default/v1/token\n", "oauth_client_authentication: client_secret_basic\n")
                .contains("oauth_scope: ");
        assertThat(task("Keycloak")).contains("/realms/acme/protocol/openid-connect/token\n");
    }

    private static String task(String provider) {
        return snippets()
                .filter(snippet -> snippet.provider().equals(provider))
                .map(Snippet::task)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Snippet> snippets() {
        List<MatchResult> sections =
                SECTION.matcher(Product.text("docs/providers.md")).results().toList();
        return sections.stream().map(section -> new Snippet(section.group(1), section.group(2)));
    }
}
