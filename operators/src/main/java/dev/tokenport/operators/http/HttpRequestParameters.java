package dev.tokenport.operators.http;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.Calls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of an HTTP request.
 *
 * @param url where to; a template
 * @param method how
 * @param headers header fields; their values are templates
 * @param body what to send; a template
 * @param accept what is wanted
 * @param oauthAccessToken the token to send
 * @param contentType what the body is; empty to find out
 * @param maxBody how many bytes an answer may have that is not JSON
 * @param calls how the service is called
 */
public record HttpRequestParameters(
        @HttpUrl(insecureHttpParameter = "allow_insecure_http", onlyWith = "oauth_access_token")
        @Parameter(
                id = "url",
                label = "URL",
                description =
                        "Where the request goes, an http(s) URL. With an input, a Jinja template over the paths of each entity, for example `https://api.example.org/orders/{{ id }}`; values are percent-encoded.",
                mandatory = true,
                template = true)
        String url,

        @Parameter(id = "method", label = "Method", description = "The HTTP method.", defaultValue = "GET")
        HttpMethod method,

        @Parameter(
                id = "headers",
                label = "Headers",
                description =
                        "Further header fields: names and values. The values are confidential, and templates as the URL is.",
                template = true)
        Map<String, Secret> headers,

        @Parameter(
                id = "body",
                label = "Body",
                description =
                        "What is sent. Confidential, and a template: in JSON a value is written as the JSON value it is, within a JSON string it is escaped; in a form it is form-encoded.",
                multiline = true,
                template = true)
        Optional<Secret> body,

        @Parameter(
                id = "accept",
                label = "Accept",
                description = "The content type that is asked for; empty for no such header.",
                defaultValue = "application/json")
        String accept,

        @Parameter(
                id = "oauth_access_token",
                label = "OAuth access token",
                description =
                        "The access token, sent as `Authorization: Bearer …`. Usually delivered by an OAuth2 Authentication task through the config port. Empty: no such header.")
        Optional<Secret> oauthAccessToken,

        @Parameter(
                id = "content_type",
                label = "Content type",
                description =
                        "What the body is. Empty: `application/json` if it is JSON, otherwise `text/plain; charset=UTF-8`.",
                advanced = true)
        String contentType,

        @Parameter(
                id = "max_body",
                label = "Largest body",
                description = "How many bytes an answer may have that is not JSON. JSON of any size is streamed.",
                defaultValue = "16777216",
                advanced = true)
        int maxBody,

        @Embedded Calls calls) {

    /** Headers that the transport makes. */
    private static final Set<String> MADE =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    /** Checks the values. */
    public HttpRequestParameters {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        checkHeaders(headers.keySet(), !contentType.isBlank());
        if (maxBody < 0) {
            throw new IllegalArgumentException("max_body " + maxBody + " is negative");
        }
    }

    private static void checkHeaders(Set<String> names, boolean contentTypeGiven) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("headers has '" + name + "' twice (case does not matter)");
            }
            if (MADE.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("headers has '" + name + "', which is made from the request itself");
            }
        }
        if (contentTypeGiven && seen.contains("Content-Type")) {
            throw new IllegalArgumentException(
                    "content_type and the header Content-Type are both given; leave out one");
        }
    }

    /** Whether a header of this name is given. */
    boolean hasHeader(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
}
