package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.file;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YamlReaderTest {

    @TempDir
    private Path folder;

    @Test
    void yaml_withATab_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: x\ntasks:\n\ta: {}\n")))
                .containsExactly("3:1: not YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)");
    }

    @Test
    void yaml_withAnOpenBracket_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: [x\n")))
                .containsExactly("2:1: not YAML: expected ',' or ']', but got <stream end>");
    }

    @Test
    void yaml_withAControlCharacter_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: x\ntasks: ä\u0007\n")))
                .containsExactly("2:9: the character U+0007 is not allowed");
    }

    @Test
    void yaml_nestedDeeply_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "[".repeat(1_000_000))))
                .containsExactly("1:51: more than 50 lists or mappings stand in each other here");
    }

    @Test
    void yaml_withTwoDocuments_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: x\n---\nworkflow: y\n")))
                .containsExactly("2:1: a second document begins here; a workflow file holds one workflow");
    }

    @Test
    void aliases_thatExplode_areOneMistake() throws Exception {
        StringBuilder bomb = new StringBuilder("workflow: x\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s, %s, %s, %s]\n".formatted(i, i, alias, alias, alias, alias));
        }

        assertThat(mistakes(file(folder, bomb.toString())))
                .containsExactly("9:10: the aliases of this file stand for more than 100000 values");
    }

    @Test
    void aliases_used_standForTheirValue() throws Exception {
        String yaml = """
                workflow: x
                tasks:
                  a:
                    operator: call
                    parameters: &shared {url: https://example.org}
                  b:
                    operator: call
                    parameters: *shared
                """;

        Workflow workflow = WorkflowFile.read(file(folder, yaml));

        assertThat(workflow.tasks().values())
                .extracting(task -> task.parameters().keySet())
                .containsExactly(Set.of("url"), Set.of("url"));
    }

    @Test
    void alias_withoutAnchorOrInItself_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: *x\n")))
                .containsExactly("1:11: the alias '*x' has no anchor '&x' before it");
        assertThat(mistakes(file(folder, "workflow: &x [*x]\n")))
                .containsExactly("1:15: the alias '*x' stands for something it is a part of");
    }

    @Test
    void tag_isAMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: !!str x\ntasks: {a: {operator: !java/lang.Runtime b}}\n")))
                .containsExactly(
                        "1:11: tags are not supported; remove it, and quote the value if it is a text",
                        "2:23: tags are not supported; remove it, and quote the value if it is a text");
    }

    @Test
    void key_twice_isAMistakeEachTime() throws Exception {
        String yaml = """
                workflow: x
                workflow: y
                tasks:
                  a: {operator: b}
                  a: {operator: c, operator: d}
                """;

        assertThat(mistakes(file(folder, yaml)))
                .containsExactly(
                        "2:1: 'workflow' stands here twice, first at 1:1; remove one",
                        "5:3: 'a' stands here twice, first at 4:3; remove one",
                        "5:20: 'operator' stands here twice, first at 5:7; remove one");
    }

    @Test
    void key_thatIsNoText_isAMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: x\ntasks: {a: {operator: b}}\n? [c]\n: d\n")))
                .containsExactly("3:3: a key is a list; write one text before the ':'");
    }

    @Test
    void bytes_notUtf8_areOneMistake() throws Exception {
        Path file = folder.resolve("orders.yaml");
        Files.write(file, "workflow: x\nlabel: für\n".getBytes(ISO_8859_1));

        assertThat(mistakes(file)).containsExactly("2:9: the byte 0xFC is not UTF-8; save the file in UTF-8");
    }

    @Test
    void replacementCharacter_thatStandsInTheFile_isACharacterLikeOthers() throws Exception {
        assertThat(mistakes(file(folder, "workflow: x\uFFFD\ntasks: {a: {operator: b}}\nfür: 1\n")))
                .containsExactly("3:1: unknown key 'für'; the keys here are 'workflow', 'tasks'");
    }

    @Test
    void byteOrderMark_isIgnored() throws Exception {
        Path file = folder.resolve("orders.yaml");
        Files.write(file, "\uFEFFworkflow: x\ntask: {}\n".getBytes(UTF_8));

        assertThat(mistakes(file))
                .containsExactly(
                        "1:1: 'tasks' is missing; add 'tasks:' and below it a task by its id",
                        "2:1: unknown key 'task'; did you mean 'tasks'?");
    }

    @Test
    void file_tooLarge_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "#".repeat((16 << 20) + 1))))
                .containsExactly("1:1: the file is larger than 16 MiB; split the workflow");
    }
}
