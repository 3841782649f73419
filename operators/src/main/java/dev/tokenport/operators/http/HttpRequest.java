package dev.tokenport.operators.http;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.AccessToken;
import dev.tokenport.service.Caller;
import dev.tokenport.service.KnownFaults;
import dev.tokenport.service.OnError;
import dev.tokenport.service.PerEntity;
import dev.tokenport.service.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operator <em>HTTP request</em>: asks a service, once or per entity, and gives its answers as entities. Thread-safe. */
public final class HttpRequest implements Operator<HttpRequestParameters> {

    private static final Ports PORTS =
            new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "http-request",
                    "HTTP request",
                    "Send HTTP requests, with an access token from the config port, and give the answers as entities.")
            .withDocumentation(HttpRequestPage.TEXT);

    /** The operator. */
    public HttpRequest() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<HttpRequestParameters> parameters() {
        return HttpRequestParameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return OnError.ports(PORTS, known);
    }

    @Override
    public boolean repeatable(KnownParameters known) {
        return known.text("idempotency_key").filter(Boolean::parseBoolean).isPresent()
                || known.text("method")
                        .map(method -> HttpMethod.valueOf(method.toUpperCase(Locale.ROOT))
                                .repeatable())
                        .orElse(false);
    }

    /** A file whose name depends on entities cannot be told from others before the run. */
    @Override
    public Set<String> filesWritten(KnownParameters known, int connectedInputs) {
        return known.text("answer_file").filter(Template::isTemplate).isPresent() ? Set.of() : Set.of("answer_file");
    }

    @Override
    public Set<String> filesRead(KnownParameters known, int connectedInputs) {
        return Set.of("body_file");
    }

    @Override
    public List<ParameterFault> faults(KnownParameters known) {
        var faults = new KnownFaults(known);
        for (String parameter : List.of("url", "body_file", "answer_file")) {
            faults.of(parameter, text -> Template.of(parameter, text));
        }
        return faults.found();
    }

    @Override
    public void check(HttpRequestParameters parameters) throws OperatorException {
        if (parameters.body().isPresent()) {
            ConfidentialTemplate.check("body", parameters.body().get());
        }
        check("headers", parameters.headers());
        check("form_fields", parameters.upload().formFields());
    }

    private static void check(String parameter, Map<String, Secret> texts) throws OperatorException {
        for (Map.Entry<String, Secret> text : texts.entrySet()) {
            ConfidentialTemplate.check(parameter + " '" + text.getKey() + "'", text.getValue());
        }
    }

    @Override
    public Output execute(HttpRequestParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        var token = new AccessToken(parameters.oauthAccessToken(), parameters.binding());
        var caller = new Caller(parameters.calls(), token, context);
        return Output.of(new PerEntity(inputs, caller, new Asking(parameters, caller, context)));
    }
}
