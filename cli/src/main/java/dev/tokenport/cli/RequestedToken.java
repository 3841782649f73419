package dev.tokenport.cli;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenOption;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.verify.TokenCheck;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that a token endpoint is asked for: what it is, and how it is got. For one thread.
 *
 * @param inputs the values that may come from variables
 * @param tuning the options that are more than a text
 * @param builder what to ask the token endpoint for, to which its key is added when it is read
 * @param request the same as far as it is known before anything is read
 * @param options the options as given
 */
record RequestedToken(
        TokenInputs inputs, TokenTuning tuning, TokenRequestBuilder builder, TokenRequest request, TokenOptions options)
        implements TokenOrder {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static RequestedToken of(TokenOptions options, TokenInputs inputs, List<String> faults) {
        TokenTuning tuning = TokenTuning.of(options, faults);
        AuthorizationServer server = RequestedServer.of(options, inputs, faults);
        options.proxy.check(inputs, faults);
        try {
            TokenRequestBuilder builder = request(options, inputs, tuning, server, faults);
            TokenRequest request = builder.build();
            if (faults.isEmpty()) {
                return new RequestedToken(inputs, tuning, builder, request, options);
            }
        } catch (TokenConfigurationException e) {
            faults.add(e.message(option -> name(inputs, option)));
        }
        throw CommandException.refused(String.join("; ", faults));
    }

    @Override
    public ObtainedToken obtain(Session session, TokenListener listener) throws InterruptedException {
        read(session);
        return fetch(session, listener);
    }

    /** Reads the secrets, and asks for them where that was wished; the redactor learns them. */
    void read(Session session) {
        if (!request.clientSecrets().isEmpty()) {
            session.redactor().add(inputs.read(TokenInput.CLIENT_SECRET));
        }
        TokenInput.all()
                .filter(input -> input.secret() && input != TokenInput.CLIENT_SECRET)
                .filter(input -> RequestedGrant.uses(request.grant().type(), input))
                .filter(input -> inputs.secret(input).isPresent())
                .forEach(input -> session.redactor().add(inputs.read(input)));
        new RequestedBinding(inputs, options.dpop).key(session).ifPresent(builder::dpopKey);
    }

    /** Gets the token when everything has been read. */
    private ObtainedToken fetch(Session session, TokenListener listener) throws InterruptedException {
        return asked(() -> client(session, listener).fetch(builder.build()));
    }

    /** Gets the token when everything has been read, and tells the check each step. */
    ObtainedToken check(Session session, TokenCheck check) throws InterruptedException {
        return asked(() -> check.fetch(
                builder.build(),
                clients().check(session, request.clientCertificate()),
                listener -> client(session, listener)));
    }

    private TokenClient client(Session session, TokenListener listener) {
        return clients().client(session, listener, request.clientCertificate());
    }

    /** A way to ask for the token. */
    @FunctionalInterface
    private interface Asking {
        AccessToken ask() throws TokenException, InterruptedException;
    }

    private ObtainedToken asked(Asking asking) throws InterruptedException {
        try {
            return ObtainedToken.of(asking.ask());
        } catch (TokenConfigurationException e) {
            throw CommandException.refused(e.message(option -> name(inputs, option)), e);
        } catch (TokenException e) {
            throw CommandException.failed(e.getMessage(), e);
        }
    }

    private TokenClients clients() {
        return new TokenClients(options, inputs, tuning);
    }

    private static TokenRequestBuilder request(
            TokenOptions options,
            TokenInputs inputs,
            TokenTuning tuning,
            AuthorizationServer server,
            List<String> faults) {
        Grant grant = grant(options, inputs, tuning, faults);
        TokenRequestBuilder builder =
                withSecret(TokenRequest.of(server, grant, inputs.text(TokenInput.CLIENT_ID)), inputs, faults);
        tuning.clientAuthentication().ifPresent(builder::clientAuthentication);
        options.keys.addTo(builder, grant, tuning.clientAuthentication(), inputs, faults);
        builder.secretEncoding(tuning.secretEncoding());
        if (options.scope.value() != null) {
            builder.scope(options.scope.value());
        }
        options.audience.value().forEach(text -> builder.audience(words(text)));
        options.resource.value().forEach(text -> builder.resource(words(text)));
        tuning.extraParameters().forEach(builder::extraParameter);
        if (options.allowInsecureHttp.value()) {
            builder.allowInsecureHttp();
        }
        return builder;
    }

    private static Grant grant(TokenOptions options, TokenInputs inputs, TokenTuning tuning, List<String> faults) {
        var key = options.keys.signing(tuning.clientAuthentication(), inputs);
        return new RequestedGrant(inputs, options.grant, key, faults).grant();
    }

    private static TokenRequestBuilder withSecret(
            TokenRequestBuilder builder, TokenInputs inputs, List<String> faults) {
        Optional<Secret> secret = inputs.secret(TokenInput.CLIENT_SECRET);
        inputs.secret(TokenInput.NEXT_CLIENT_SECRET).ifPresent(next -> {
            if (secret.isEmpty()) {
                faults.add(inputs.name(TokenInput.NEXT_CLIENT_SECRET) + " is given without "
                        + TokenInput.CLIENT_SECRET.option());
            }
        });
        // One that was given wrongly has been told, and is not missing.
        return secret.isPresent() || isFaulty(TokenInput.CLIENT_SECRET, faults)
                ? withNext(builder.clientSecret(secret.orElseGet(() -> Secret.of(""))), inputs)
                : builder;
    }

    private static TokenRequestBuilder withNext(TokenRequestBuilder builder, TokenInputs inputs) {
        inputs.secret(TokenInput.NEXT_CLIENT_SECRET).ifPresent(builder::nextClientSecret);
        return builder;
    }

    private static boolean isFaulty(TokenInput input, List<String> faults) {
        return faults.stream().anyMatch(fault -> fault.startsWith(input.option() + " "));
    }

    static List<String> wordList(String text) {
        return List.of(words(text));
    }

    static String[] words(String text) {
        return BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }

    static String name(TokenInputs inputs, TokenOption option) {
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
            case NEXT_CLIENT_SECRET -> inputs.name(TokenInput.NEXT_CLIENT_SECRET);
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
