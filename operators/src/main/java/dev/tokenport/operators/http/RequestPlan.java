package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.template.Body;
import dev.tokenport.service.template.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the requests of a task from its parameters, one per entity, without the token. Thread-safe. */
final class RequestPlan {

    private final HttpRequestParameters parameters;
    private final Redactor redactor;
    private final Template url;
    private final Map<String, ConfidentialTemplate> headers = new LinkedHashMap<>();
    private final Optional<ConfidentialTemplate> body;

    RequestPlan(HttpRequestParameters parameters, Redactor redactor) throws OperatorException {
        this.parameters = parameters;
        this.redactor = redactor;
        this.url = Template.of("url", parameters.url());
        for (Map.Entry<String, Secret> header : parameters.headers().entrySet()) {
            String name = "headers '" + header.getKey() + "'";
            headers.put(header.getKey(), new ConfidentialTemplate(name, header.getValue(), redactor));
        }
        this.body = parameters.body().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfidentialTemplate("body", parameters.body().get(), redactor));
    }

    /**
     * The request for an entity.
     *
     * @param entity what its templates see; null without an input
     */
    Request request(@Nullable Entity entity) throws OperatorException {
        URI target = target(entity);
        Headers fields = fields(entity);
        byte[] content = new byte[0];
        if (body.isPresent()) {
            String type = fields.first("Content-Type").orElse(parameters.contentType());
            Body rendered = body.get().now().body(entity, redactor, type);
            content = rendered.text().getBytes(UTF_8);
            if (content.length > 0 && !fields.contains("Content-Type")) {
                fields = with(fields, "content_type", "Content-Type", rendered.contentType());
            }
        }
        return new Request(parameters.method().name(), target, fields, content);
    }

    private URI target(@Nullable Entity entity) throws OperatorException {
        String rendered = url.url(entity, redactor);
        boolean credentials = parameters.hasHeader("Authorization");
        Optional<String> fault = Urls.fault(
                rendered,
                credentials && !parameters.calls().allowInsecureHttp()
                        ? InsecureHttp.LOOPBACK_ONLY
                        : InsecureHttp.ALLOWED);
        if (fault.isPresent()) {
            throw new EntityException(redactor.redact("url " + fault.get()));
        }
        return URI.create(rendered);
    }

    private Headers fields(@Nullable Entity entity) throws OperatorException {
        Headers fields = Headers.none();
        if (!parameters.accept().isBlank() && !parameters.hasHeader("Accept")) {
            fields = with(fields, "accept", "Accept", parameters.accept());
        }
        for (Map.Entry<String, ConfidentialTemplate> header : headers.entrySet()) {
            String value = header.getValue().now().header(entity, redactor);
            fields = with(fields, "headers '" + header.getKey() + "'", header.getKey(), value);
        }
        return fields;
    }

    private static Headers with(Headers fields, String parameter, String name, String value) throws OperatorException {
        if (value.chars().anyMatch(c -> c > 0x7e)) {
            throw new EntityException(parameter + " has a character that is not ASCII, which a header cannot have");
        }
        try {
            return fields.with(name, value);
        } catch (IllegalArgumentException e) {
            throw new EntityException(parameter + ": " + e.getMessage(), e);
        }
    }
}
