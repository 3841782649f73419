package dev.tokenport.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.web.Browser;
import dev.tokenport.web.SampleWorkbench;
import dev.tokenport.web.WebServer;
import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPagesTest {

    @TempDir
    Path folder;

    @TempDir
    Path history;

    private HoldingServer service;
    private Serving serving;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        service = new HoldingServer();
        workflow("orders.yaml");
        serve();
    }

    @AfterEach
    void stop() {
        serving.close();
        service.close();
    }

    @Test
    void run_thatIsStarted_isFollowedToItsEnd() throws Exception {
        String page = started("orders.yaml");

        assertThat(browser.get(page).body()).contains("Cancel the run", "data-task=\"0\"", "of 2 tasks ended");
        try (Events events = Events.of(browser, page + "/events")) {
            assertThat(events.next("change").data()).contains("\"phase\":\"running\"", "\"number\":0", "\"number\":1");
            service.let();
            assertThat(events.next("over").name()).isEqualTo("over");
            assertThat(events.next().name()).isEqualTo("end");
        }
        assertThat(browser.get(page + "/end").body())
                .contains("The run is done", "2 tasks, 2 entities given, in ", "Run again");
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"id\"");
    }

    @Test
    void events_askedForAgain_beginWithHowEverythingStands() throws Exception {
        String page = started("orders.yaml");
        for (int i = 0; i < 2; i++) {
            try (Events events = Events.of(browser, page + "/events")) {
                assertThat(events.next("change").data()).contains("\"number\":0", "\"number\":1");
            }
        }
    }

    @Test
    void run_onWhichAPageLooksThatReadsNothing_goesOn() throws Exception {
        String page = started("orders.yaml");
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), serving.port())) {
            idle.getOutputStream()
                    .write(("GET " + page + "/events HTTP/1.1\r\nHost: 127.0.0.1:" + serving.port()
                                    + "\r\nAccept: text/event-stream\r\nCookie: "
                                    + browser.headers().get("Cookie") + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            service.let();

            try (Events events = Events.of(browser, page + "/events")) {
                assertThat(events.next("over").name()).isEqualTo("over");
            }
        }
    }

    @Test
    void workflow_thatRunsAlready_isNotStartedAgain() throws Exception {
        String page = started("orders.yaml");

        HttpResponse<String> again = browser.post("/runs", Map.of("workflow", "orders.yaml"));

        assertThat(again.headers().firstValue("Location")).contains(page + "?already");
        assertThat(browser.get(page + "?already").body()).contains("runs once at a time: this is that run");
        assertThat(browser.get("/workflows/orders.yaml").body()).contains("It is running: watch", page);
    }

    @Test
    void run_thatIsCancelled_endsAndHasAReport() throws Exception {
        String page = started("orders.yaml");

        browser.post(page + "/cancel", Map.of());

        try (Events events = Events.of(browser, page + "/events")) {
            assertThat(events.next("over").name()).isEqualTo("over");
        }
        assertThat(browser.get(page + "/end").body()).contains("The run was cancelled", "Run the workflow again");
        assertThat(browser.get(page + "/report.json").body()).contains("\"outcome\" : \"cancelled\"");
    }

    @Test
    void server_thatIsClosed_cancelsItsRunsAndKeepsTheirReports() throws Exception {
        String page = started("orders.yaml");

        serving.close();
        serve();

        assertThat(browser.get("/workflows/orders.yaml").body()).contains(page, "cancelled");
        assertThat(browser.get(page).body()).contains("The run was cancelled", page + "/report");
        assertThat(browser.get(page + "/report").body()).contains("The run was cancelled before it was over.");
    }

    @Test
    void report_ofARun_mayShowItselfAndNothingElse() throws Exception {
        service.let();
        String page = ended("orders.yaml");

        HttpResponse<String> report = browser.get(page + "/report");

        String policy = report.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
        String style = policy.replaceAll(".*(style-src '[^']*').*", "$1").replace("'", "&#39;");
        assertThat(report.body().replace("'", "&#39;")).contains(style);
        assertThat(browser.get(page + "/report.json").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment; filename=\"report-"));
    }

    @Test
    void workflow_withAReferenceThatLeadsNowhere_saysThatNothingHasRun() throws Exception {
        Files.writeString(folder.resolve("lost.yaml"), """
                workflow: lost
                tasks:
                  orders: {operator: http-request, parameters: {url: "${env:NO_SUCH_VARIABLE_HERE}"}}
                """);

        String page = ended("lost.yaml");

        assertThat(browser.get(page).body())
                .contains("The run has failed", "NO_SUCH_VARIABLE_HERE", "No task has run.")
                .doesNotContain(page + "/report");
        assertThat(browser.get(page + "/report").statusCode()).isEqualTo(404);
    }

    @Test
    void run_thatFails_saysWhyAndWhatToDo() throws Exception {
        Files.writeString(folder.resolve("broken.yaml"), """
                workflow: broken
                tasks:
                  in: {operator: csv-dataset, parameters: {file: none.csv}}
                  out: {operator: json-dataset, inputs: in, parameters: {file: out.json}}
                """);

        String page = ended("broken.yaml");

        assertThat(browser.get(page + "/end").body())
                .contains("The run has failed", "none.csv", "Correct the cause and run the workflow again")
                .contains("href=\"/edit/broken.yaml?task=in\"", "Change task <bdi>in</bdi>");
        assertThat(browser.get("/workflows/broken.yaml").body()).contains("badge failed", "none.csv");
        assertThat(browser.get("/").body()).contains("badge failed");
    }

    @Test
    void workflow_withMistakes_cannotBeStarted() throws Exception {
        Files.writeString(folder.resolve("bad.yaml"), "workflow: bad\ntasks:\n  a: {operator: none-such}\n");

        HttpResponse<String> answer = browser.post("/runs", Map.of("workflow", "bad.yaml"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("has mistakes and cannot run");
        assertThat(browser.get("/workflows/bad.yaml").body())
                .contains("Line 3, column ", "none-such")
                .doesNotContain("<svg", ">Run<");
    }

    @Test
    void runs_beyondTheMost_areRefused() throws Exception {
        for (int i = 0; i < Runs.MOST; i++) {
            workflow("w" + i + ".yaml");
            String unused = started("w" + i + ".yaml");
        }

        HttpResponse<String> answer = browser.post("/runs", Map.of("workflow", "orders.yaml"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("8 workflows are running, and no more at a time");
    }

    @Test
    void run_thatIsNot_isNotFound() throws Exception {
        for (String what : new String[] {"", "/end", "/report", "/report.json"}) {
            assertThat(browser.get("/runs/20260301T080000250Z-00000000" + what).statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(browser.post("/runs", Map.of("workflow", "../orders.yaml")).statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/runs", Map.of()).statusCode()).isEqualTo(400);
    }

    private void serve() throws IOException, InterruptedException {
        serving = new WebServer()
                .start(SampleWorkbench.of(folder), new ServeOptions(0, history, 10, Duration.ofHours(1)));
        browser = Browser.opened(serving);
    }

    private void workflow(String name) throws IOException {
        Files.writeString(folder.resolve(name), """
                workflow: orders
                tasks:
                  orders: {operator: http-request, parameters: {url: "%s"}}
                  out: {operator: json-dataset, inputs: orders, parameters: {file: %s}}
                """.formatted(
                        service.url(), name.equals("orders.yaml") ? "out.json" : name + ".json"));
    }

    /** Starts a run; gives the address of its page. */
    private String started(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.post("/runs", Map.of("workflow", path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String ended(String path) throws IOException, InterruptedException {
        String page = started(path);
        try (Events events = Events.of(browser, page + "/events")) {
            assertThat(events.next("over").name()).isEqualTo("over");
        }
        return page;
    }
}
