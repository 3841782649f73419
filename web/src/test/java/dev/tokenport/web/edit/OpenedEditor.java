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
import org.junit.jupiter.api.io.TempDir;

/** An editor of a file with secrets in the clear. No answer of any test has one of them in it. */
class OpenedEditor {

    static final String PASSWORD = "canary-pass-7d1f";
    static final String HEADER = "canary-header-55aa";
    static final String BODY = "canary-body-90ce";

    static final String ORDERS = """
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

    Path file = Path.of("");
    private Serving serving;
    Browser browser;
    final AtomicBoolean readOnly = new AtomicBoolean();
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

    String get(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return kept(answer);
    }

    String post(String path, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = browser.post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return kept(answer);
    }

    String change(String shown, Map<String, String> form) throws Exception {
        return applied(shown, post("/edits/change/orders.yaml", with(form, Map.of("text", shown))));
    }

    String refusal(String shown, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = browser.post("/edits/change/orders.yaml", with(form, Map.of("text", shown)));
        assertThat(answer.statusCode()).isEqualTo(422);
        return kept(answer);
    }

    String kept(HttpResponse<String> answer) {
        answers.add(answer.body());
        return answer.body();
    }

    static String applied(String shown, String answer) {
        int line = answer.indexOf('\n');
        String[] offsets = answer.substring(0, line).split(" ", -1);
        return shown.substring(0, Integer.parseInt(offsets[0]))
                + answer.substring(line + 1)
                + shown.substring(Integer.parseInt(offsets[1]));
    }

    static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    static String hash(String page) {
        Matcher matcher = HASH.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static String text(String page) {
        Matcher matcher = AREA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    static String between(String text, String before, String after) {
        int begin = text.indexOf(before) + before.length();
        return text.substring(begin, text.indexOf(after, begin));
    }
}
