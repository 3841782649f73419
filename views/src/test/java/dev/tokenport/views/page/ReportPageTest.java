package dev.tokenport.views.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.views.SampleRun;
import dev.tokenport.views.Xml;
import dev.tokenport.workflow.TaskLink.Kind;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.view.ViewedRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportPageTest {

    @Test
    void page_ofAFailedRun_saysWhatHappenedAndWhatToDo() {
        String page = page(SampleRun.ofAllStates(), RunOutcome.FAILED);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>orders: failed</title>")
                .contains(
                        "<code>orders.yaml</code>, started <time datetime=\"2026-03-01T08:00:00Z\">2026-03-01 08:00:00 UTC")
                .contains("<strong>2.1 s</strong> from start to end", "<strong>2</strong> tasks done")
                .contains("<strong>1</strong> task failed", "<strong>3</strong> requests sent")
                .contains("<strong>1</strong> token renewed")
                .contains("task 'stock' (HTTP request): https://api.example.org/stock answered 503")
                .contains("Skipped because of this: file.", "Were under way, and were stopped: report.")
                .contains("the server gave scope 'read' only");
    }

    @Test
    void page_ofACancelledRun_saysWhatWasUnderWay() {
        var run = new SampleRun().cancelled("orders", "HTTP request", 0, 90).skipped("file", "JSON dataset");

        assertThat(page(run, RunOutcome.CANCELLED))
                .contains("The run was cancelled before it was over.")
                .contains("Were under way: orders.", "Had not begun: file.");
    }

    @Test
    void page_ofARun_hasARowForEachTask() {
        String page = page(SampleRun.ofAllStates(), RunOutcome.FAILED);

        String row = page.substring(page.indexOf("<tr id=\"task-2\">"), page.indexOf("<tr id=\"task-3\">"));
        assertThat(text(row))
                .isEqualTo("orders Orders of today HTTP request done +220 ms 1.8 s 1,204 1,204 config of auth");
        String last = page.substring(page.indexOf("<tr id=\"task-5\">"), page.indexOf("id=\"requests\""));
        assertThat(text(last))
                .startsWith("file JSON dataset skipped data of stock after report data of orders.rejects");
    }

    @Test
    void page_ofARun_hasTheGraphAndTheTimeLine() throws Exception {
        List<String> drawings = drawings(page(SampleRun.ofAllStates(), RunOutcome.FAILED));

        var graph = Xml.parse(with(drawings, "graph-title"));
        assertThat(Xml.texts(graph, "state"))
                .containsExactly(
                        "done · 212 ms · 1 entity",
                        "done · 1.8 s · 1,204 entities",
                        "failed · 700 ms",
                        "cancelled · 430 ms · 12 entities",
                        "skipped");
        var timeLine = Xml.parse(with(drawings, "timeline-title"));
        assertThat(Xml.texts(timeLine, "who")).containsExactly("auth", "orders", "stock", "report");
        assertThat(Xml.texts(timeLine, "long")).containsExactly("212 ms", "1.8 s", "700 ms", "430 ms");
    }

    @Test
    void page_ofARun_loadsNothingAndAllowsOnlyItsStyle() throws Exception {
        String page = page(SampleRun.ofAllStates(), RunOutcome.FAILED);

        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "&#39;; base-uri")
                .doesNotContainIgnoringCase("<script", "<link", "<img", "<iframe", "@import", " src=", " style=")
                .doesNotContainPattern("href=\"(?!#)")
                .doesNotContainPattern("url\\((?!#end-)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' & &amp; --> </style></svg>",
                "\u202Eevil שלום مرحبا",
                "a\u0000b\u001b[31m\uD800"
            })
    void texts_thatAreHostile_areShownAndNotObeyed(String text) throws Exception {
        var run = new SampleRun()
                .named(text)
                .done(text, text, 0, 1, Map.of(text, text, "requests", text), text)
                .failed("b", text, 2, 3, text)
                .link(text, Kind.CONFIG, "b");

        String page = page(run, RunOutcome.FAILED);

        assertThat(page)
                .doesNotContain("<script", "\u202E", "\u0000", "\u001b")
                .doesNotContainPattern("<[^>]*onmouseover")
                .contains("</body>\n</html>");
        assertThat(page.split("</style>", -1)).hasSize(2);
        for (String drawing : drawings(page)) {
            Xml.parse(drawing);
        }
    }

    @Test
    void names_inWhichASecretStands_areRedacted() {
        var report = new SampleRun()
                .named("my-canary")
                .done("canary", "canary", "o", 0, 1, 1)
                .report(RunOutcome.DONE);
        UnaryOperator<String> redactor = text -> text.replace("canary", "***");

        String page = ReportPage.of(ViewedRun.of(report, UnaryOperator.identity(), redactor));

        assertThat(page).contains("my-***").doesNotContain("canary");
    }

    @Test
    void page_ofTenThousandTasks_hasThemAll() throws Exception {
        String page = page(SampleRun.ofTasks(10_000), RunOutcome.DONE);

        assertThat(Pattern.compile("<tr id=\"task-").matcher(page).results()).hasSize(10_000);
        assertThat(page)
                .contains("With so many tasks and connections the graph is drawn layer by layer")
                .contains("Shown are the 2,000 tasks that took longest.");
        assertThat(Xml.texts(Xml.parse(with(drawings(page), "graph-title")), "label"))
                .hasSize(10_000);
    }

    private static String page(SampleRun run, RunOutcome outcome) {
        return ReportPage.of(run.view(outcome));
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
    }

    private static List<String> drawings(String page) {
        return Pattern.compile("(?s)<svg.*?</svg>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String with(List<String> drawings, String text) {
        return drawings.stream().filter(svg -> svg.contains(text)).findFirst().orElseThrow();
    }
}
