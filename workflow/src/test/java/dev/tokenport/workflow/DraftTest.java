package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DraftTest {

    private static final Path FILE = Path.of("folder", "orders.yaml");

    @Test
    void draft_ofWorkflowWithMistakes_hasWhatCanBeReadAndTheMistakes() {
        Draft draft = draft("""
                workflow: x
                tasks:
                  auth:
                    operator: token
                    parameters: {grant: password, client_secret: in the clear}
                  load:
                    operator: call
                    config: auth
                  other:
                    operator: unknown
                """);

        assertThat(draft.problems().stream().map(Problem::toString))
                .containsExactly(
                        FILE + ":3:3: task 'auth': token_url is missing; it is mandatory when grant is"
                                + " client_credentials or password",
                        FILE + ":3:3: task 'auth': user is missing; it is mandatory when grant is password",
                        FILE + ":6:3: task 'load': url is missing; it is mandatory",
                        FILE + ":10:15: there is no operator 'unknown'; 'tokenport operators' lists those there are");
        assertThat(draft.workflow().tasks()).containsOnlyKeys("auth", "load", "other");
        assertThat(draft.operator("auth")).isPresent();
        assertThat(draft.operator("other")).isEmpty();
        assertThat(draft.known("auth").texts())
                .containsEntry("grant", "password")
                .containsEntry("insecure", "false");
        assertThat(draft.known("auth").text("client_secret")).isEmpty();
        assertThat(draft.known("other").texts()).isEmpty();
        assertThat(draft.delivered("load")).containsExactly("access_token");
        assertThat(draft.delivered("auth")).isEmpty();
    }

    @Test
    void draft_ofWhatIsNotYaml_hasTheMistake() {
        Draft draft = draft("tasks: [");

        assertThat(draft.workflow().tasks()).isEmpty();
        assertThat(draft.problems()).hasSize(1);
        assertThat(draft.problems().get(0).message()).startsWith("not YAML: ");
    }

    private static Draft draft(String text) {
        return Draft.of(FILE, text, SampleOperators.all());
    }
}
