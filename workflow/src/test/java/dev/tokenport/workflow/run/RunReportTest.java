package dev.tokenport.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.TaskLink;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunReportTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void json_ofARun_hasAllMembers() {
        TaskRecord auth = new TaskRecord(
                "auth",
                "The \"token\"",
                "oauth2-authentication",
                TaskStatus.DONE,
                Optional.of(START),
                Optional.of(START.plusMillis(1500)),
                5,
                1,
                3,
                2,
                Map.of("grant", "client_credentials"),
                List.of("ä warning"),
                Optional.empty());
        TaskRecord orders = new TaskRecord(
                "orders",
                "orders",
                "http-request",
                TaskStatus.SKIPPED,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                Map.of(),
                List.of(),
                Optional.of("it is broken"));
        RunReport report = new RunReport(
                "w",
                "w.yaml",
                RunOutcome.FAILED,
                START,
                START.plusSeconds(2),
                Optional.of("it is broken"),
                List.of(auth, orders),
                List.of(new TaskLink("auth", OutputPort.REJECTS, "orders", TaskLink.Kind.CONFIG)));

        String json = report.toJson();

        assertThat(json).isEqualTo("""
                {
                  "workflow" : "w",
                  "file" : "w.yaml",
                  "outcome" : "failed",
                  "started" : "2026-01-01T00:00:00Z",
                  "finished" : "2026-01-01T00:00:02Z",
                  "error" : "it is broken",
                  "tasks" : [
                    {
                      "id" : "auth",
                      "label" : "The \\"token\\"",
                      "operator" : "oauth2-authentication",
                      "status" : "done",
                      "started" : "2026-01-01T00:00:00Z",
                      "finished" : "2026-01-01T00:00:01.500Z",
                      "taken" : 5,
                      "entities" : 1,
                      "rejects" : 3,
                      "renewals" : 2,
                      "facts" : {
                        "grant" : "client_credentials"
                      },
                      "warnings" : [
                        "ä warning"
                      ],
                      "error" : null
                    },
                    {
                      "id" : "orders",
                      "label" : "orders",
                      "operator" : "http-request",
                      "status" : "skipped",
                      "started" : null,
                      "finished" : null,
                      "taken" : 0,
                      "entities" : 0,
                      "rejects" : 0,
                      "renewals" : 0,
                      "facts" : { },
                      "warnings" : [ ],
                      "error" : "it is broken"
                    }
                  ],
                  "connections" : [
                    {
                      "from" : "auth.rejects",
                      "to" : "orders",
                      "kind" : "config"
                    }
                  ]
                }
                """);
    }
}
