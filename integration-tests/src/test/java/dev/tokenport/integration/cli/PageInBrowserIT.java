package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a run in Chromium, where there is one. */
final class PageInBrowserIT {

    @TempDir
    Path folder;

    private Path chromium = Path.of("");

    private String page = "";

    @BeforeEach
    void run() throws Exception {
        chromium = Chromium.required();
        Files.writeString(folder.resolve("orders.yaml"), """
                workflow: orders
                tasks:
                  in: {operator: csv-dataset, label: "<script>document.title = 'obeyed'</script>", parameters: {file: in.csv}}
                  out: {operator: json-dataset, inputs: in, parameters: {file: out.json}}
                  again: {operator: json-dataset, after: out, parameters: {file: nowhere.json}}
                  last: {operator: csv-dataset, inputs: again, parameters: {file: last.csv}}
                """);
        Files.writeString(folder.resolve("in.csv"), "a,b\n1,2\n");
        Launcher.Finished end = Launcher.in(folder).run("run", "orders.yaml", "--report", "report.html");
        assertThat(end.code()).as(end.err()).isEqualTo(1);
        page = Files.readString(folder.resolve("report.html"));
    }

    @Test
    void page_inABrowser_runsNoScript() throws Exception {
        String withScript = page.replace("</body>", "<script>document.title = 'obeyed'</script></body>");

        String shown = shown(withScript);

        assertThat(shown).contains("<title>orders: failed</title>").doesNotContain("<title>obeyed");
        assertThat(shown).contains("&lt;script&gt;document.title = 'obeyed'&lt;/script&gt;");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void page_inLightAndDark_isAccessible(int scheme) throws Exception {
        String unguarded = page.replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        String call = "axe.run(document, {resultTypes: ['violations']}).then(result => document.title = 'violations: '"
                + " + result.violations.map(each => each.id + ' ' + each.nodes[0].html).join('; '))";
        String checked =
                unguarded.replace("</body>", "<script>" + Chromium.axe().replace("</script", "<\\/script") + "</script><script>" + call + "</script></body>");

        String shown = shown(checked, "--blink-settings=preferredColorScheme=" + scheme);

        assertThat(shown).contains("<title>violations: </title>");
    }

    /** What the browser has made of a page. */
    private String shown(String html, String... options) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("shown.html"), html);
        Path dom = folder.resolve("dom.html");
        List<String> words = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=60000",
                "--dump-dom"));
        words.addAll(List.of(options));
        words.add(file.toUri().toString());
        Process process = new ProcessBuilder(words)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(dom);
    }
}
