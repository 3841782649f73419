package dev.tokenport.views.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.views.SampleRun;
import dev.tokenport.workflow.semantics.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MermaidTextTest {

    @Test
    void text_ofAWorkflow_hasEachTaskAndConnection() {
        String text = text(SampleRun.ofAllStates());

        assertThat(text).isEqualTo("""
                flowchart LR
                    t0["auth<br/>OAuth2 Authentication"]
                    t1["Orders of today<br/>orders · HTTP request"]
                    t2["stock<br/>HTTP request"]
                    t3["report<br/>Transform"]
                    t4["file<br/>JSON dataset"]
                    t0 -.->|config| t1
                    t0 -.->|config| t2
                    t1 --> t3
                    t2 --> t4
                    t3 --o|after| t4
                    t1 -->|rejects| t4
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"] --> x[\"",
                "<img src=x onerror=alert(1)>",
                "`code` **bold** #35;",
                "1. first",
                "- item",
                "a\n%%{init: {}}%%",
                "```"
            })
    void label_withSigns_hasThemByNumber(String label) {
        String text = text(new SampleRun().done("a", label, "o", 0, 1, 1));

        assertThat(text).hasLineCount(2);
        String written = text.substring(text.indexOf('"') + 1, text.indexOf("<br/>"));
        assertThat(written.replaceAll("#[0-9]+;", "")).doesNotContainPattern("[\"<>`*#%{}\\[\\]()]");
        assertThat(written).doesNotStartWith("-").doesNotStartWith("1.");
    }

    private static String text(SampleRun run) {
        return MermaidText.of(Drawing.of(run.view(RunOutcome.DONE).workflow()));
    }
}
