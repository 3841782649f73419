package dev.tokenport.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.web.Browser;
import dev.tokenport.web.SampleWorkbench;
import dev.tokenport.web.WebServer;
import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editing over HTTP. No answer of any of these tests has a secret in it. */
final class EditPagesTest {

    private static final String PASSWORD = "canary-pass-7d1f";
    private static final String HEADER = "canary-header-55aa";
    private static final String BODY = "canary-body-90ce";

    private static final String ORDERS = """
            # Orders, by night
            workflow: orders
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_grant_type: client_credentials   # the usual
                  oauth_token_url: https://idp.example.org/token
                  oauth_client_id: orders-reader
                  oauth_client_secret: %s   # to be replaced
              fetch:
                operator: http-request
                config: auth
                parameters:
                  url: https://api.example.org/orders?a=1&b=2
                  method: POST
                  headers:
                    Accept: application/json
                    X-Key: %s
                  body: '{"key": "%s"}'
            """.formatted(PASSWORD, HEADER, BODY);

    private static final Pattern AREA =
            Pattern.compile("<textarea id=\"text\"[^>]*>\n(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"");

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Serving serving;
    private Browser browser;
    private final AtomicBoolean readOnly = new AtomicBoolean();
    private final List<String> answers = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        file = Files.writeString(folder.resolve("orders.yaml"), ORDERS);
        serving =
                new WebServer().start(workbench(), new ServeOptions(0, folder.resolve(".h"), 10, Duration.ofHours(1)));
        browser = Browser.opened(serving).with("HX-Request", "true");
    }

    private Workbench workbench() throws Exception {
        SampleWorkbench sample = SampleWorkbench.of(folder);
        return (Workbench) Proxy.newProxyInstance(
                Workbench.class.getClassLoader(), new Class<?>[] {Workbench.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("replace") && readOnly.get()) {
                        throw new AccessDeniedException("orders.yaml");
                    }
                    try {
                        return method.invoke(sample, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @AfterEach
    void stop() {
        serving.close();
        for (String secret : List.of(PASSWORD, HEADER, BODY)) {
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(answers).noneMatch(answer -> answer.contains(secret) || answer.contains(base64));
        }
    }

    @Test
    void page_ofTask_hasFormAndFileWithoutSecrets() throws Exception {
        String page = get("/edit/orders.yaml?task=auth");

        assertThat(page)
                .contains("<option value=\"client_credentials\" selected>")
                .contains("value=\"orders-reader\"")
                .contains("in the clear in the file: replace it by a reference")
                .contains("required when Grant Type is password")
                .contains("No mistakes");
        assertThat(text(page))
                .isEqualTo(ORDERS.replace(PASSWORD, "«secret 1»")
                        .replace(HEADER, "«secret 2»")
                        .replace("{\"key\": \"" + BODY + "\"}", "«secret 3»"));
    }

    @Test
    void page_ofTaskWithConfigPort_saysWhatItDelivers() throws Exception {
        assertThat(get("/edit/orders.yaml?task=fetch"))
                .contains("may be replaced by what auth delivers")
                .contains("<label for=\"f-headers-Accept\">")
                .contains("<legend>X-Key</legend>")
                .contains("written in the file, not shown here");
    }

    @Test
    void page_ofUnknownParametersAndOperators_saysSo() throws Exception {
        Files.writeString(
                file, ORDERS.replace("oauth_client_id", "oauth_client_idd").replace("http-request", "none"));

        assertThat(get("/edit/orders.yaml?task=auth"))
                .contains("The operator has no such parameters")
                .contains("<code>oauth_client_idd</code>");
        assertThat(get("/edit/orders.yaml?task=fetch")).contains("There is no operator <code>none</code>");
    }

    @Test
    void change_ofField_isWhatToReplaceInTheText() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        String changed = change(shown, Map.of("task", "auth", "key", "oauth_client_id", "value", "it: is"));

        assertThat(changed).isEqualTo(shown.replace("orders-reader", "\"it: is\""));
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void change_ofEmptiedField_removesItsLine() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        assertThat(change(shown, Map.of("task", "auth", "key", "oauth_client_id", "value", "")))
                .isEqualTo(shown.replace("      oauth_client_id: orders-reader\n", ""));
    }

    @Test
    void change_ofMapEntry_isAddedBelowTheOthers() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        HttpResponse<String> answer = browser.post(
                "/edits/change/orders.yaml",
                List.of(
                        Map.entry("text", shown),
                        Map.entry("task", "fetch"),
                        Map.entry("key", "headers"),
                        Map.entry("entry", "Authorization"),
                        Map.entry("how", "text"),
                        Map.entry("value", "Bearer ${env:TOKEN}")));

        assertThat(applied(shown, kept(answer)))
                .isEqualTo(shown.replace(
                        "X-Key: «secret 2»\n", "X-Key: «secret 2»\n        Authorization: Bearer ${env:TOKEN}\n"));
    }

    @Test
    void change_ofSecret_isAReferenceOnly() throws Exception {
        String shown = text(get("/edit/orders.yaml"));
        Map<String, String> secret = Map.of("task", "auth", "key", "oauth_client_secret");

        assertThat(change(shown, with(secret, Map.of("how", "env", "name", "ORDERS_SECRET"))))
                .isEqualTo(shown.replace("«secret 1»", "${env:ORDERS_SECRET}"));
        assertThat(change(shown, with(secret, Map.of("how", "file", "name", "a b.txt"))))
                .isEqualTo(shown.replace("«secret 1»", "${file:a b.txt}"));
        assertThat(change(shown, with(secret, Map.of("how", "encrypted", "secret", PASSWORD))))
                .contains("oauth_client_secret: ${encrypted:");
        assertThat(refusal(shown, with(secret, Map.of("how", "text", "value", PASSWORD))))
                .isEqualTo("there is no reference in the text; write one, such as ${env:NAME} or ${file:PATH}");
        assertThat(refusal(shown, with(secret, Map.of("value", PASSWORD))))
                .isEqualTo("'oauth_client_secret' is a secret; write a reference to it");
        assertThat(refusal(shown, with(secret, Map.of("how", "plain", "value", PASSWORD))))
                .isEqualTo("'oauth_client_secret' is a secret; write a reference to it");
        assertThat(refusal(shown, with(secret, Map.of("how", "env", "name", "A}B"))))
                .isEqualTo("a name in a reference has no '}' and no line end in it");
    }

    @Test
    void change_thatCannotBeMadeWell_isRefusedInOneLine() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        assertThat(refusal(shown + "  broken: [", Map.of("task", "auth", "key", "oauth_client_id", "value", "x")))
                .isEqualTo("the text is not YAML in line 21; mend it there first");
        assertThat(refusal(shown, Map.of("task", "none", "key", "x", "value", "x")))
                .isEqualTo("there is no task 'none' in the file");
        assertThat(refusal(shown + "# «secret 99»", Map.of("task", "auth", "key", "x", "value", "x")))
                .startsWith("«secret 99» stands for nothing");
    }

    @Test
    void check_ofText_hasItsMistakesAndTheFormAsItIs() throws Exception {
        String shown = text(get("/edit/orders.yaml")).replace("client_credentials ", "password ");

        String checked = post("/edits/check/orders.yaml", Map.of("text", shown, "task", "auth"));

        assertThat(checked)
                .contains("2 mistakes")
                .contains("data-line=\"4\" data-column=\"3\"")
                .contains("user_name is missing; it is mandatory when oauth_grant_type is password")
                .contains("hx-swap-oob=\"true\"")
                .contains("<option value=\"password\" selected>")
                .contains("Username<span class=\"required\"> (required)</span>");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void check_ofSecretThatWasTypedInTheClear_repeatsItNowhere() throws Exception {
        String shown = text(get("/edit/orders.yaml"))
                .replace("«secret 1»", BODY + "-typed")
                .replace("orders-reader", BODY + "-typed")
                .replace("POST", BODY + "-typed");

        assertThat(post("/edits/check/orders.yaml", Map.of("text", shown, "task", "auth")))
                .contains("1 mistake");
    }

    @Test
    void save_writesTheTextWithItsSecrets() throws Exception {
        String page = get("/edit/orders.yaml");
        String shown = text(page).replace("the usual", "the best");

        String saved = post("/edit/orders.yaml", Map.of("text", shown, "task", "auth", "hash", hash(page)));

        assertThat(saved).contains("Saved.").doesNotContain("cannot run");
        assertThat(file).hasContent(ORDERS.replace("the usual", "the best"));
        assertThat(post("/edit/orders.yaml", Map.of("text", shown, "hash", between(saved, "data-hash=\"", "\""))))
                .contains("Saved.");
    }

    @Test
    void save_keepsLineEndsAndMark() throws Exception {
        String windows = "\uFEFF" + ORDERS.replace("\n", "\r\n");
        Files.writeString(file, windows);
        String page = get("/edit/orders.yaml");

        post("/edit/orders.yaml", Map.of("text", text(page).replace("by night", "by day"), "hash", hash(page)));

        assertThat(Files.readString(file)).isEqualTo(windows.replace("by night", "by day"));
    }

    @Test
    void save_withMistakes_savesAndSaysSo() throws Exception {
        String page = get("/edit/orders.yaml");
        String shown = text(page).replace("http-request", "none");

        assertThat(post("/edit/orders.yaml", Map.of("text", shown, "hash", hash(page))))
                .contains("Saved. It cannot run yet: 1 mistake is in it.");
        assertThat(file).hasContent(ORDERS.replace("http-request", "none"));
    }

    @Test
    void save_ofSecretTypedInTheClear_hidesItInThePage() throws Exception {
        String page = get("/edit/orders.yaml");
        String shown = text(page).replace("«secret 1»", "typed-in-the-clear");

        String saved = post("/edit/orders.yaml", Map.of("text", shown, "hash", hash(page)));

        assertThat(saved).contains("data-text=\"«secret ").doesNotContain("typed-in-the-clear");
        assertThat(file).hasContent(ORDERS.replace(PASSWORD, "typed-in-the-clear"));
    }

    @Test
    void save_whenTheFileHasChanged_writesNothingAndShowsTheDifference() throws Exception {
        String page = get("/edit/orders.yaml");
        String theirs = ORDERS.replace("orders-reader", "orders-writer").replace(PASSWORD, PASSWORD + "-new");
        Files.writeString(file, theirs);
        String mine = text(page).replace("the usual", "the best");

        String conflict = post("/edit/orders.yaml", Map.of("text", mine, "task", "auth", "hash", hash(page)));

        assertThat(file).hasContent(theirs);
        assertThat(conflict)
                .contains("Not saved: the file has changed since you loaded it")
                .contains("<code>      oauth_client_id: orders-writer</code>")
                .contains("<code>      oauth_client_id: orders-reader</code>");

        String over = between(conflict, "name=\"over\" value=\"", "\"");
        assertThat(post("/edit/orders.yaml", Map.of("text", mine, "hash", hash(page), "over", over)))
                .contains("Saved.");
        assertThat(file).hasContent(ORDERS.replace("the usual", "the best"));
    }

    @Test
    void save_inASecondTab_isAConflict() throws Exception {
        String one = get("/edit/orders.yaml");
        String two = get("/edit/orders.yaml");

        assertThat(post("/edit/orders.yaml", Map.of("text", text(one) + "# one\n", "hash", hash(one))))
                .contains("Saved.");
        assertThat(post("/edit/orders.yaml", Map.of("text", text(two) + "# two\n", "hash", hash(two))))
                .contains("Not saved");
        assertThat(file).hasContent(ORDERS + "# one\n");
    }

    @Test
    void save_ofTextThatIsNoWorkflow_isRefused() throws Exception {
        String page = get("/edit/orders.yaml");

        HttpResponse<String> noWorkflow =
                browser.post("/edit/orders.yaml", Map.of("text", "nothing: here", "hash", hash(page)));
        assertThat(noWorkflow.statusCode()).isEqualTo(422);
        assertThat(kept(noWorkflow)).startsWith("nothing was saved: the text has neither 'workflow:' nor 'tasks:'");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void save_ofFileThatMayNotBeWritten_isOneLine() throws Exception {
        String page = get("/edit/orders.yaml");
        readOnly.set(true);

        HttpResponse<String> refused =
                browser.post("/edit/orders.yaml", Map.of("text", text(page) + "# x", "hash", hash(page)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(kept(refused)).isEqualTo("orders.yaml cannot be written: permission denied; nothing was saved");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void save_withoutScript_leadsBackToThePage() throws Exception {
        String page = get("/edit/orders.yaml");
        browser.without("HX-Request");

        HttpResponse<String> saved = browser.post(
                "/edit/orders.yaml",
                Map.of("text", text(page).replace("\n", "\r\n") + "# x\r\n", "task", "auth", "hash", hash(page)));
        HttpResponse<String> conflict =
                browser.post("/edit/orders.yaml", Map.of("text", text(page), "task", "auth", "hash", hash(page)));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue("/edit/orders.yaml?task=auth&saved");
        assertThat(file).hasContent(ORDERS + "# x\n");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(kept(conflict)).contains("Not saved").contains("<!DOCTYPE html>");
    }

    @Test
    void page_ofBrokenFile_hidesItsSecretsToo() throws Exception {
        Files.writeString(file, ORDERS + "  broken: [\n");

        String page = get("/edit/orders.yaml");

        assertThat(page).contains("1 mistake").contains("The form comes back when the text has tasks again.");
    }

    @Test
    void verify_ofUnsavedText_tellsItsSteps() throws Exception {
        String shown = text(get("/edit/orders.yaml")) + "# unsaved\n";

        String order = post("/edits/verify/orders.yaml", Map.of("text", shown, "task", "auth"));

        assertThat(order).contains("which is not saved");
        String events = between(order, "data-events=\"", "\"");
        browser.with("Accept", "text/event-stream");
        String lines = get(events);
        assertThat(lines).contains("event: line\ndata: Configured:").contains("event: over\ndata: There was a token");
        HttpResponse<String> again = browser.get(events);
        assertThat(kept(again)).doesNotContain("event: line");
    }

    @Test
    void verify_ofTextWithMistakes_sendsNothing() throws Exception {
        String shown = text(get("/edit/orders.yaml")).replace("oauth_client_id", "x");

        assertThat(post("/edits/verify/orders.yaml", Map.of("text", shown, "task", "auth")))
                .contains("Nothing was sent: mend the ")
                .contains("data-events=\"\"");
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return kept(answer);
    }

    private String post(String path, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = browser.post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return kept(answer);
    }

    private String change(String shown, Map<String, String> form) throws Exception {
        return applied(shown, post("/edits/change/orders.yaml", with(form, Map.of("text", shown))));
    }

    private String refusal(String shown, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = browser.post("/edits/change/orders.yaml", with(form, Map.of("text", shown)));
        assertThat(answer.statusCode()).isEqualTo(422);
        return kept(answer);
    }

    private String kept(HttpResponse<String> answer) {
        answers.add(answer.body());
        return answer.body();
    }

    private static String applied(String shown, String answer) {
        int line = answer.indexOf('\n');
        String[] offsets = answer.substring(0, line).split(" ", -1);
        return shown.substring(0, Integer.parseInt(offsets[0]))
                + answer.substring(line + 1)
                + shown.substring(Integer.parseInt(offsets[1]));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static String hash(String page) {
        Matcher matcher = HASH.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(String page) {
        Matcher matcher = AREA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String between(String text, String before, String after) {
        int begin = text.indexOf(before) + before.length();
        return text.substring(begin, text.indexOf(after, begin));
    }
}
