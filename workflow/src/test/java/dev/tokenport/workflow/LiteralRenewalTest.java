package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiteralRenewalTest {

    private static final String OLD = "o".repeat(52);
    private static final String OTHER = "p".repeat(53);
    private static final String KEPT = "k".repeat(54);
    private static final String NEW = "N".repeat(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void literals_ofEveryPlace_areReplacedAndNothingElse() throws Exception {
        String text = """
                \uFEFF# ${encrypted:OLD} in a comment 😀
                workflow: orders\r
                tasks:
                  a:   # ${encrypted:OLD}
                    operator: call
                    label: ${encrypted:OLD}
                    parameters:
                      url: &url https://x/${env:X}/${encrypted:OLD}?$${encrypted:OLD} # ${encrypted:OLD}
                      retry: {delay: '${encrypted:OTHER}', "attempts": "\\u00e4${encrypted:KEPT}"}
                      body: |
                        first 😀 ${process:echo '}' "}"} ${encrypted:OLD}
                        ${encrypted:OTHER}${encrypted:OLD}
                  b: {operator: call, parameters: {url: *url}}
                """;

        LiteralRenewal.Renewed renewed = LiteralRenewal.of(file(text), this::successor);

        assertThat(renewed.text()).isEqualTo(named("""
                \uFEFF# ${encrypted:OLD} in a comment 😀
                workflow: orders\r
                tasks:
                  a:   # ${encrypted:OLD}
                    operator: call
                    label: ${encrypted:OLD}
                    parameters:
                      url: &url https://x/${env:X}/${encrypted:NEW}?$${encrypted:OLD} # ${encrypted:OLD}
                      retry: {delay: '${encrypted:NEW}', "attempts": "\\u00e4${encrypted:KEPT}"}
                      body: |
                        first 😀 ${process:echo '}' "}"} ${encrypted:NEW}
                        ${encrypted:NEW}${encrypted:NEW}
                  b: {operator: call, parameters: {url: *url}}
                """));
        assertThat(renewed.literals()).isEqualTo(6);
        assertThat(renewed.changed()).isEqualTo(5);
        assertThat(asked).hasSize(6).containsOnly("orders");
    }

    @Test
    void literals_withoutSuccessor_areAllReported() throws Exception {
        Path file = file("""
                workflow: orders
                tasks:
                  a: {operator: call, parameters: {url: '${encrypted:OLD}', body: 'x ${encrypted:OTHER}'}}
                """);

        assertThatExceptionOfType(WorkflowException.class)
                .isThrownBy(() -> LiteralRenewal.of(file, (literal, workflow) -> {
                    throw new SecretUnavailableException(literal + " was altered");
                }))
                .withMessage(file + ":3:42: encrypted:…oooooooo was altered\n" + file
                        + ":3:119: encrypted:…pppppppp was altered");
    }

    @Test
    void literal_writtenWithEscapes_isReported() throws Exception {
        Path file = file("workflow: x\ntasks:\n  a: {operator: call, parameters: {url: \"${enc\\x72ypted:OLD}\"}}\n");

        assertThatExceptionOfType(WorkflowException.class)
                .isThrownBy(() -> LiteralRenewal.of(file, this::successor))
                .withMessage(file + ":3:42: encrypted:…oooooooo is written with escapes or over several lines; write it"
                        + " plainly");
    }

    @Test
    void file_withMistakes_isReported() throws Exception {
        Path file = file("workflow: x\ntasks: {}\n");

        assertThatExceptionOfType(WorkflowException.class)
                .isThrownBy(() -> LiteralRenewal.of(file, this::successor))
                .withMessage(file + ":2:8: 'tasks' is empty; a workflow has at least one task");
    }

    private Reference successor(Reference literal, String workflow) {
        asked.add(workflow);
        return literal.name().equals(KEPT) ? literal : Reference.parse("encrypted:" + NEW);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("orders.yaml"), named(text));
    }

    private static String named(String text) {
        return text.replace("OLD", OLD)
                .replace("OTHER", OTHER)
                .replace("KEPT", KEPT)
                .replace("NEW", NEW);
    }
}
