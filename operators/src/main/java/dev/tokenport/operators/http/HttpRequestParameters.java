package dev.tokenport.operators.http;

import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.time.Duration;
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
 * @param timeout how long a request and its answer may take
 * @param attempts how many requests at the most, for one answer
 * @param maxBody how many bytes an answer may have that is not JSON
 * @param caFile certificates to trust instead of the JDK's
 * @param allowInsecureHttp whether a token may go over plain http to a far host
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
                id = "timeout",
                label = "Time-out",
                description =
                        "How long a request may take in all: retries, and reading the answer as fast as the tasks behind this one take it.",
                defaultValue = "PT5M",
                advanced = true)
        Duration timeout,

        @Parameter(
                id = "attempts",
                label = "Attempts",
                description =
                        "How often a request is sent at the most, when the connection fails or the service answers 408, 429, 500, 502, 503 or 504. POST and PATCH are sent once.",
                defaultValue = "4",
                advanced = true)
        int attempts,

        @Parameter(
                id = "max_body",
                label = "Largest body",
                description = "How many bytes an answer may have that is not JSON. JSON of any size is streamed.",
                defaultValue = "16777216",
                advanced = true)
        int maxBody,

        @Parameter(
                id = "ca_file",
                label = "CA file",
                description =
                        "A PEM file with the certificates to trust instead of those of the Java runtime. A relative path starts at the folder of the workflow file.",
                advanced = true)
        Optional<String> caFile,

        @Parameter(
                id = "allow_insecure_http",
                label = "Allow insecure HTTP",
                description = "Whether a token may be sent over plain http to another machine.",
                defaultValue = "false",
                advanced = true)
        boolean allowInsecureHttp) {

    /** Headers that the transport makes. */
    private static final Set<String> MADE =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    /** Checks the values. */
    public HttpRequestParameters {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        checkHeaders(headers.keySet(), !contentType.isBlank());
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout + " is not positive");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts " + attempts + " is less than 1");
        }
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
