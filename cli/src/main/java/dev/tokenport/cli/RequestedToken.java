package dev.tokenport.cli;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenOption;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that a token endpoint is asked for: what it is, and how it is got. For one thread.
 *
 * @param inputs the values that may come from variables
 * @param tuning the options that are more than a text
 * @param request what to ask the token endpoint for
 * @param options the options as given
 */
record RequestedToken(TokenInputs inputs, TokenTuning tuning, TokenRequest request, TokenOptions options)
        implements TokenOrder {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final URI PLACEHOLDER = URI.create("http://localhost/");

    static RequestedToken of(TokenOptions options, TokenInputs inputs, List<String> faults) {
        TokenTuning tuning = TokenTuning.of(options, faults);
        AuthorizationServer server = server(options, inputs, faults);
        options.proxy.check(inputs, faults);
        try {
            TokenRequest request = request(options, inputs, tuning, server, faults);
            if (faults.isEmpty()) {
                return new RequestedToken(inputs, tuning, request, options);
            }
        } catch (TokenConfigurationException e) {
            faults.add(e.message(option -> name(inputs, option)));
        }
        throw CommandException.refused(String.join("; ", faults));
    }

    @Override
    public ObtainedToken obtain(Session session, TokenListener listener) throws InterruptedException {
        if (!request.clientSecrets().isEmpty()) {
            session.redactor().add(inputs.read(TokenInput.CLIENT_SECRET));
        }
        TokenInput.all()
                .filter(input -> input.secret() && input != TokenInput.CLIENT_SECRET)
                .filter(input -> RequestedGrant.uses(request.grant().type(), input))
                .filter(input -> inputs.secret(input).isPresent())
                .forEach(input -> session.redactor().add(inputs.read(input)));
        try {
            return ObtainedToken.of(client(session, listener).fetch(request));
        } catch (TokenConfigurationException e) {
            throw CommandException.refused(e.message(option -> name(inputs, option)), e);
        } catch (TokenException e) {
            throw CommandException.failed(e.getMessage(), e);
        }
    }

    private TokenClient client(Session session, TokenListener listener) {
        World world = session.world();
        return TokenClient.over(transport(session))
                .time(world.time())
                .retry(new RetryPolicy(tuning.attempts(), tuning.timeout(), RetryPolicy.DEFAULT.firstDelay()))
                .redactor(session.redactor())
                .listener(listener)
                .defaultLifetime(tuning.defaultLifetime())
                .build();
    }

    private Transport transport(Session session) {
        TransportOptions transport = TransportOptions.DEFAULT;
        if (options.caFile != null) {
            transport = transport.withCaFile(WorkflowArgument.path("--ca-file", options.caFile));
        }
        if (request.clientCertificate().isPresent()) {
            transport = transport.withClientKey(request.clientCertificate().get());
        }
        transport = options.proxy.addTo(transport, inputs, session.redactor());
        try {
            return session.world().transports().get().with(transport);
        } catch (TrustException e) {
            throw CommandException.refused("--ca-file: " + e.getMessage(), e);
        }
    }

    private static AuthorizationServer server(TokenOptions options, TokenInputs inputs, List<String> faults) {
        Optional<URI> issuer =
                Optional.ofNullable(options.issuer).flatMap(text -> url("--issuer", text, options, faults));
        // An issuer that is given stands before what a variable says of the token endpoint.
        String text = options.issuer != null && options.tokenUrl == null ? "" : inputs.text(TokenInput.TOKEN_URL);
        if (text.isEmpty() && options.issuer == null) {
            faults.add(inputs.name(TokenInput.TOKEN_URL) + " is missing; give it, or --issuer");
        }
        Optional<URI> endpoint =
                text.isEmpty() ? Optional.empty() : url(inputs.name(TokenInput.TOKEN_URL), text, options, faults);
        return endpoint.isEmpty() && issuer.isEmpty()
                ? AuthorizationServer.at(PLACEHOLDER)
                : new AuthorizationServer(endpoint, issuer);
    }

    private static Optional<URI> url(String name, String text, TokenOptions options, List<String> faults) {
        Optional<String> fault = Urls.fault(
                text,
                options.allowInsecureHttp ? InsecureHttp.ALLOWED : InsecureHttp.LOOPBACK_ONLY,
                "--allow-insecure-http");
        fault.ifPresent(f -> faults.add(name + " " + f));
        return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(text));
    }

    private static TokenRequest request(
            TokenOptions options,
            TokenInputs inputs,
            TokenTuning tuning,
            AuthorizationServer server,
            List<String> faults)
            throws TokenConfigurationException {
        Grant grant = grant(options, inputs, tuning, faults);
        TokenRequestBuilder builder =
                withSecret(TokenRequest.of(server, grant, inputs.text(TokenInput.CLIENT_ID)), inputs, faults);
        tuning.clientAuthentication().ifPresent(builder::clientAuthentication);
        options.keys.addTo(builder, grant, tuning.clientAuthentication(), inputs, faults);
        builder.secretEncoding(tuning.secretEncoding());
        if (options.scope != null) {
            builder.scope(options.scope);
        }
        options.audience.forEach(text -> builder.audience(words(text)));
        options.resource.forEach(text -> builder.resource(words(text)));
        tuning.extraParameters().forEach(builder::extraParameter);
        if (options.allowInsecureHttp) {
            builder.allowInsecureHttp();
        }
        return builder.build();
    }

    private static Grant grant(TokenOptions options, TokenInputs inputs, TokenTuning tuning, List<String> faults) {
        var key = options.keys.signing(tuning.clientAuthentication(), inputs);
        return new RequestedGrant(inputs, options.grant, key, faults).grant();
    }

    private static TokenRequestBuilder withSecret(
            TokenRequestBuilder builder, TokenInputs inputs, List<String> faults) {
        Optional<Secret> secret = inputs.secret(TokenInput.CLIENT_SECRET);
        // One that was given wrongly has been told, and is not missing.
        return secret.isPresent() || isFaulty(TokenInput.CLIENT_SECRET, faults)
                ? builder.clientSecret(secret.orElseGet(() -> Secret.of("")))
                : builder;
    }

    private static boolean isFaulty(TokenInput input, List<String> faults) {
        return faults.stream().anyMatch(fault -> fault.startsWith(input.option() + " "));
    }

    private static String[] words(String text) {
        return BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }

    private static String name(TokenInputs inputs, TokenOption option) {
        return switch (option) {
            case TOKEN_ENDPOINT -> inputs.name(TokenInput.TOKEN_URL);
            case ISSUER -> "--issuer";
            case REVOCATION_ENDPOINT -> "--revocation-url";
            case DEVICE_AUTHORIZATION_ENDPOINT -> "--device-authorization-url";
            case REFRESH_TOKEN -> inputs.name(TokenInput.REFRESH_TOKEN);
            case REFRESH_TOKEN_FILE -> "--refresh-token-file";
            case ASSERTION -> inputs.name(TokenInput.ASSERTION);
            case ASSERTION_ISSUER -> "--assertion-issuer";
            case ASSERTION_CLAIMS -> "--assertion-claims";
            case SUBJECT_TOKEN -> inputs.name(TokenInput.SUBJECT_TOKEN);
            case ACTOR_TOKEN -> inputs.name(TokenInput.ACTOR_TOKEN);
            case REQUESTED_TOKEN_TYPE -> "--requested-token-type";
            case DEVICE_CODE -> "--device-code";
            case SIGNING_KEY -> KeyOptions.FILE;
            case KEY_ALGORITHM -> KeyOptions.ALGORITHM;
            case CLIENT_CERTIFICATE -> KeyOptions.CERTIFICATE_FILE;
            case ASSERTION_AUDIENCE -> KeyOptions.AUDIENCE;
            case CLIENT_ID -> inputs.name(TokenInput.CLIENT_ID);
            case CLIENT_SECRET -> inputs.name(TokenInput.CLIENT_SECRET);
            case USER_NAME -> inputs.name(TokenInput.USER_NAME);
            case PASSWORD -> inputs.name(TokenInput.PASSWORD);
            case CLIENT_AUTHENTICATION -> "--client-authentication";
            case SECRET_ENCODING -> "--secret-encoding";
            case RESOURCE -> "--resource";
            case EXTRA_PARAMETERS -> "--extra-parameters";
        };
    }
}
