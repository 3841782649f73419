package dev.tokenport.operators.http;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operators.http.answer.AnswerParameters;
import dev.tokenport.operators.http.file.UploadAs;
import dev.tokenport.operators.http.file.UploadParameters;
import dev.tokenport.operators.http.paging.Paging;
import dev.tokenport.operators.http.paging.PagingParameters;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.AccessToken;
import dev.tokenport.service.Calls;
import dev.tokenport.service.TokenBinding;
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
 * @param upload which file to send instead
 * @param accept what is wanted
 * @param oauthAccessToken the token to send
 * @param binding what it is bound to
 * @param contentType what the body is; empty to find out
 * @param idempotencyKey whether each request carries a key that is the same whenever it is sent
 * @param answer what becomes of answers
 * @param paging how the pages of an answer are found
 * @param redirects how many redirects are followed
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

        @Embedded UploadParameters upload,

        @Parameter(
                id = "accept",
                label = "Accept",
                description =
                        "The content type that is asked for; empty for no such header. `auto`: `application/json`, or what `answer_format` says, or anything where answers go to a file.",
                defaultValue = "auto")
        String accept,

        @Parameter(id = "oauth_access_token", label = AccessToken.LABEL, description = AccessToken.DESCRIPTION)
        Optional<Secret> oauthAccessToken,

        @Embedded TokenBinding binding,

        @Parameter(
                id = "content_type",
                label = "Content type",
                description =
                        "What the body, or the file that is sent, is. Empty: `application/json` if it is JSON, otherwise `text/plain; charset=UTF-8`; of a file `application/octet-stream`.",
                advanced = true)
        String contentType,

        @Parameter(
                id = "idempotency_key",
                label = "Idempotency key",
                description =
                        "Whether each request carries the header `Idempotency-Key`, with a value of its own that stays the same however often it is sent. Only for a service that knows the header and processes a request once: then requests with POST and PATCH are repeated as those with PUT are.",
                defaultValue = "false",
                advanced = true)
        boolean idempotencyKey,

        @Embedded AnswerParameters answer,

        @Embedded PagingParameters paging,

        @Parameter(
                id = "redirects",
                label = "Redirects",
                description =
                        "How many redirects of a GET or HEAD are followed. To another origin, neither the token nor the headers given are sent; from https to http with either of them is an error. 0: none is followed.",
                defaultValue = "5",
                advanced = true)
        int redirects,

        @Embedded Calls calls) {

    /** Headers that the transport makes. */
    private static final Set<String> MADE =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private static final String AUTO = "auto";
    private static final int MOST_REDIRECTS = 50;

    /** Checks the values. */
    public HttpRequestParameters {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        boolean form = upload.uploadAs() == UploadAs.FORM;
        checkHeaders(headers.keySet(), !contentType.isBlank());
        require(
                !idempotencyKey || headers.keySet().stream().noneMatch(IdempotencyKey.HEADER::equalsIgnoreCase),
                "headers has '" + IdempotencyKey.HEADER + "', and idempotency_key makes one; leave out one of them");
        require(body.isEmpty() || !upload.given(), "body and body_file are both given; leave out one of them");
        require(
                !form || headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase),
                "headers has 'Content-Type', but upload_as form makes one; content_type is that of the file");
        require(
                !answer.toFile() || paging.paging() == Paging.NONE,
                "answer_file is given, so that answers are not read, and paging as well; leave out one of them");
        require(
                redirects >= 0 && redirects <= MOST_REDIRECTS,
                "redirects " + redirects + " is not between 0 and " + MOST_REDIRECTS);
    }

    private static void require(boolean kept, String fault) {
        if (!kept) {
            throw new IllegalArgumentException(fault);
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

    /** The header {@code Accept}, empty for none. */
    String accepted() {
        if (!accept.strip().equals(AUTO)) {
            return accept;
        }
        return answer.toFile()
                ? "*/*"
                : switch (answer.answerFormat()) {
                    case AUTO, JSON -> "application/json";
                    case NDJSON -> "application/x-ndjson, application/jsonl, */*;q=0.5";
                    case CSV -> "text/csv, */*;q=0.5";
                    case TEXT -> "*/*";
                };
    }

    /** Whether a header of this name is given. */
    boolean hasHeader(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
}
