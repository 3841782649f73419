package dev.tokenport.integration.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a browser: logs in at Keycloak's pages and says yes or no. For one thread. */
final class Person {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final int MOST_PAGES = 12;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String user;
    private final String password;

    Person(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Goes through the pages.
     *
     * @param start the first one
     * @param answer the button of the page that asks for consent, {@code accept} or {@code cancel}
     * @return the last page
     */
    String decide(URI start, String answer) throws IOException, InterruptedException {
        HttpRequest.Builder next = HttpRequest.newBuilder(start);
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpResponse<String> shown =
                    browser.send(next.header("Cookie", cookieHeader()).build(), HttpResponse.BodyHandlers.ofString());
            shown.headers().allValues("Set-Cookie").forEach(this::keep);
            var location = shown.headers().firstValue("Location");
            Matcher form = FORM.matcher(shown.body());
            if (location.isPresent()) {
                next = HttpRequest.newBuilder(shown.uri().resolve(location.get()));
            } else if (form.find()) {
                URI action = shown.uri().resolve(form.group(1).replace("&amp;", "&"));
                next = HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(filled(form.group(2), answer)));
            } else {
                return shown.body();
            }
        }
        throw new IllegalStateException("the pages do not end");
    }

    private String filled(String form, String answer) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            Matcher name = NAME.matcher(input.group());
            Matcher value = VALUE.matcher(input.group());
            if (name.find()) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        fields.replace("username", user);
        fields.replace("password", password);
        fields.remove(answer.equals("accept") ? "cancel" : "accept");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
