package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list, the operators, and what is said when something is not there. */
final class PagesTest {

    private static final String ORDERS = """
            workflow: orders of today
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: https://idp.example.org/token
                  oauth_client_id: orders-reader
                  oauth_client_secret: ${env:ORDERS_SECRET}
              fetch:
                label: Get them
                operator: http-request
                config: auth
                parameters: {url: https://api.example.org/orders}
            """;

    @TempDir
    Path folder;

    private SampleWorkbench workbench;
    private Serving serving;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("orders.yaml"), ORDERS);
        Files.createDirectory(folder.resolve("a & b"));
        Files.writeString(
                folder.resolve("a & b/<i>.yaml"),
                "workflow: 'x <script>'\ntasks:\n  a: {operator: none}\n  b: {operator: none}\n");
        workbench = SampleWorkbench.of(folder);
        serving = new WebServer().start(workbench, new ServeOptions(0, folder.resolve(".h"), 10, Duration.ofHours(1)));
        browser = Browser.opened(serving);
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void list_ofTheFolder_saysHowEachWorkflowIs() throws Exception {
        String page = browser.get("/").body();

        assertThat(page)
                .contains("<a href=\"/workflows/orders.yaml\"><bdi>orders of today</bdi></a>")
                .contains("<td class=\"number\">2</td>")
                .contains("<a href=\"/workflows/a%20%26%20b/%3Ci%3E.yaml\"><bdi>x &lt;script&gt;</bdi></a>")
                .contains(
                        "<a class=\"badge failed\" href=\"/edit/a%20%26%20b/%3Ci%3E.yaml\"><span aria-hidden=\"true\">✕</span> 2 mistakes</a>")
                .contains("2 workflows")
                .doesNotContain("<script>");
    }

    @Test
    void list_afterAFileHasChanged_saysHowItIsNow() throws Exception {
        browser.get("/");
        Files.writeString(folder.resolve("orders.yaml"), ORDERS.replace("http-request", "http-reqeust"));

        assertThat(browser.get("/").body()).contains("href=\"/edit/orders.yaml\"", "1 mistake</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY,1 of 2 workflows,orders.yaml",
        "i%3E.yaml,1 of 2 workflows,%3Ci%3E.yaml",
        "Get+them,1 of 2 workflows,orders.yaml?task=fetch",
        "auth2,1 of 2 workflows,orders.yaml?task=auth",
        "http-request+orders,1 of 2 workflows,orders.yaml",
        "orders+nothing,0 of 2 workflows,nothing",
        "%22%3E%3Cscript%3E,0 of 2 workflows,&#34;",
    })
    void list_searched_hasWhatAllWordsOccurIn(String query, String count, String shown) throws Exception {
        assertThat(browser.get("/?q=" + query).body())
                .contains(count)
                .contains(shown)
                .doesNotContain("<script>");
    }

    @Test
    void list_searchedAsOneTypes_givesTheTableAlone() throws Exception {
        HttpResponse<String> answer = browser.with("HX-Request", "true").get("/?q=today");

        assertThat(answer.body())
                .contains("1 of 2 workflows")
                .contains("<table>")
                .doesNotContain("<html", "x &lt;");
    }

    @Test
    void list_ofAnEmptyFolder_saysWhatToDo() throws Exception {
        Files.delete(folder.resolve("orders.yaml"));
        Files.delete(folder.resolve("a & b/<i>.yaml"));

        assertThat(browser.get("/").body())
                .contains("There is no workflow in this folder yet.")
                .doesNotContain("<table>");
    }

    @Test
    void operators_searched_areFoundByIdAndWords() throws Exception {
        assertThat(browser.get("/operators").body()).contains("HTTP request").contains("OAuth2 Authentication");
        assertThat(browser.get("/operators?q=auth-OAuth2").body())
                .contains("/operators/oauth2-authentication")
                .contains("1 operator<")
                .doesNotContain("/operators/http-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth2-authentication", "cmem_plugin_auth-workflow-auth-OAuth2"})
    void operator_byEitherId_hasItsDocumentation(String id) throws Exception {
        assertThat(browser.get("/operators/" + id).body())
                .contains("<h1><bdi>OAuth2 Authentication</bdi></h1>")
                .contains(
                        "<h3 id=\"parameter-oauth_client_secret\">Client Secret <code>oauth_client_secret</code></h3>");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere,404,there is no page at this address",
        "/operators/none,404,there is no operator 'none'",
        "/operators/%3Cscript%3E,404,&lt;script&gt;",
        "/workflows/none.yaml,404,none.yaml: there is no such workflow in the folder",
        "/workflows/../../etc/passwd,400,",
        "/workflows/%2e%2e/%2e%2e/etc/passwd,400,",
        "/workflows/..%2f..%2fetc%2fpasswd,404,",
        "/workflows/%2fetc%2fpasswd,404,",
        "/workflows/..%5corders.yaml,404,there is no such workflow",
        "/workflows/orders.yaml%00,400,",
        "/edit/.h/x.yaml,404,there is no such workflow",
        "/assets/0123456789abcdef/pages.css,404,there is no such file",
        "/assets/0123456789abcdef/..%2fSection.class,404,",
    })
    void page_thatIsNotThere_saysSoInOneLine(String path, int status, String line) throws Exception {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.body()).contains(line == null ? "" : line).doesNotContain("root:", "<script>", "\tat ");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void asset_byItsHash_mayBeKeptForGood() throws Exception {
        Matcher sheet = Pattern.compile("/assets/[0-9a-f]{16}/pages\\.css")
                .matcher(browser.get("/").body());
        assertThat(sheet.find()).isTrue();

        HttpResponse<String> answer = Browser.strange(serving).get(sheet.group());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    }

    @Test
    void answer_withASecretThatWasMet_hasItNot() throws Exception {
        workbench.redactor().add(SampleWorkbench.CANARY);
        Files.writeString(folder.resolve("orders.yaml"), "workflow: '" + SampleWorkbench.CANARY + "'\ntasks: {}\n");

        assertThat(browser.get("/").body()).contains("<bdi>***</bdi>").doesNotContain("canary");
        assertThat(browser.get("/operators/" + "canary-5f3a&%2F9%20c").body()).doesNotContain("canary");
    }

    @Test
    void page_ofAFileThatIsNoText_saysSo() throws Exception {
        Files.write(folder.resolve("orders.yaml"), new byte[] {(byte) 0xff});

        HttpResponse<String> answer = browser.get("/workflows/orders.yaml");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<p class=\"lead\">orders.yaml: it is not in UTF-8</p>");
    }

    @Test
    void page_thatFails_saysNothingOfWhy() throws Exception {
        var options = new ServeOptions(0, folder.resolve(".h"), 10, Duration.ofHours(1));
        Files.delete(folder.resolve("orders.yaml"));
        Files.delete(folder.resolve("a & b/<i>.yaml"));
        try (Serving failing = new WebServer().start(withoutOperators(), options)) {
            HttpResponse<String> answer = Browser.opened(failing).get("/operators");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("this page failed; the terminal with 'tokenport serve' says more")
                    .doesNotContain("not today", "Exception", "\tat ");
        }
    }

    /** A workbench over an empty folder that fails when it is asked for operators. */
    private Workbench withoutOperators() {
        return (Workbench) Proxy.newProxyInstance(
                PagesTest.class.getClassLoader(), new Class<?>[] {Workbench.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("operators")) {
                        throw new IllegalStateException("not today");
                    }
                    return method.invoke(workbench, arguments);
                });
    }
}
