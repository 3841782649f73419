package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.RequestBody;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operators.http.file.Upload;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.KnownOrigin;
import dev.tokenport.service.Token;
import dev.tokenport.service.template.Body;
import dev.tokenport.service.template.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the requests of a task from its parameters, one per entity, without the token. Thread-safe. */
final class RequestPlan {

    private static final String CONTENT_TYPE = "Content-Type";

    private final HttpRequestParameters parameters;
    private final RunContext context;
    private final Template url;
    private final Map<String, ConfidentialTemplate> headers;
    private final Map<String, ConfidentialTemplate> formFields;
    private final Optional<ConfidentialTemplate> body;
    private final Upload upload;
    private final InsecureHttp insecureHttp;
    private final KnownOrigin origin;
    private final String accept;

    RequestPlan(HttpRequestParameters parameters, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.context = context;
        this.url = Template.of("url", parameters.url());
        this.headers = templates("headers", parameters.headers());
        this.formFields = templates("form_fields", parameters.upload().formFields());
        this.body = parameters.body().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfidentialTemplate(
                        "body", "body", parameters.body().get(), context));
        this.upload = new Upload(parameters.upload(), context);
        this.insecureHttp =
                parameters.hasHeader("Authorization") && !parameters.calls().allowInsecureHttp()
                        ? InsecureHttp.LOOPBACK_ONLY
                        : InsecureHttp.ALLOWED;
        this.origin = new KnownOrigin(insecureHttp);
        this.accept = parameters.hasHeader("Accept") ? "" : parameters.accepted();
    }

    private Map<String, ConfidentialTemplate> templates(String parameter, Map<String, Secret> texts)
            throws OperatorException {
        Map<String, ConfidentialTemplate> templates = new LinkedHashMap<>();
        for (Map.Entry<String, Secret> text : texts.entrySet()) {
            String name = parameter + " '" + text.getKey() + "'";
            String address = parameter + "-" + text.getKey();
            templates.put(text.getKey(), new ConfidentialTemplate(name, address, text.getValue(), context));
        }
        return templates;
    }

    /**
     * Where the request for an entity goes.
     *
     * @param entity what its templates see; null without an input
     * @throws EntityException if that is not a URL to send to
     */
    URI target(@Nullable Entity entity) throws EntityException {
        String rendered = url.url(entity, context.redactor());
        Optional<URI> target = parsed(rendered).filter(url -> origin.fault(url).isEmpty());
        if (target.isEmpty()) {
            String fault = Urls.fault(rendered, insecureHttp).orElseThrow();
            throw new EntityException(context.redactor().redact("url " + fault));
        }
        return target.get();
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            // It quotes the URL, which may hold a secret; what is wrong is said without it.
            return Optional.empty();
        }
    }

    /**
     * A request.
     *
     * @param target where it goes
     * @param subject what it is for
     * @param read takes the secrets that the headers were made of
     */
    Request request(URI target, Subject subject, Map<ConfidentialTemplate, Token.Sent> read)
            throws OperatorException, InterruptedException {
        Headers fields = fields(subject, read);
        String given = fields.first(CONTENT_TYPE).orElse(parameters.contentType());
        Optional<Upload.Content> content = content(subject, given);
        if (content.isPresent() && !fields.contains(CONTENT_TYPE)) {
            fields = with(fields, "content_type", CONTENT_TYPE, content.get().contentType());
        }
        RequestBody carried = content.map(Upload.Content::body).orElse(RequestBody.NONE);
        return new Request(parameters.method().name(), target, fields, carried);
    }

    private Optional<Upload.Content> content(Subject subject, String contentType)
            throws OperatorException, InterruptedException {
        Entity entity = subject.entity();
        if (parameters.upload().given()) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Map.Entry<String, ConfidentialTemplate> field : formFields.entrySet()) {
                fields.put(field.getKey(), plain(field.getValue().now().template(), entity));
            }
            return Optional.of(upload.content(entity, contentType, fields, boundary(subject)));
        }
        if (body.isEmpty()) {
            return Optional.empty();
        }
        Template template = body.get().now().template();
        Body rendered = template.body(entity, context.redactor(), contentType);
        return rendered.text().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Upload.Content(RequestBody.of(rendered.text().getBytes(UTF_8)), rendered.contentType()));
    }

    /** A request that is sent again is the same octet by octet: a service may compare what comes with the same key. */
    private static String boundary(Subject subject) {
        return subject.key()
                .map(IdempotencyKey::text)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private Headers fields(Subject subject, Map<ConfidentialTemplate, Token.Sent> read)
            throws OperatorException, InterruptedException {
        Headers fields = Headers.none();
        if (subject.key().isPresent()) {
            fields = fields.with(IdempotencyKey.HEADER, subject.key().get().value());
        }
        if (!accept.isBlank()) {
            fields = with(fields, "accept", "Accept", accept);
        }
        for (Map.Entry<String, ConfidentialTemplate> header : headers.entrySet()) {
            ConfidentialTemplate.Read now = header.getValue().now();
            read.put(header.getValue(), now.secret());
            fields = with(
                    fields,
                    "headers '" + header.getKey() + "'",
                    header.getKey(),
                    plain(now.template(), subject.entity()));
        }
        return fields;
    }

    private String plain(Template template, @Nullable Entity entity) throws EntityException {
        return template.header(entity, context.redactor());
    }

    private static Headers with(Headers fields, String parameter, String name, String value) throws EntityException {
        if (!isAscii(value)) {
            throw new EntityException(parameter + " has a character that is not ASCII, which a header cannot have");
        }
        try {
            return fields.with(name, value);
        } catch (IllegalArgumentException e) {
            throw new EntityException(parameter + ": " + e.getMessage(), e);
        }
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
