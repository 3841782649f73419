package dev.tokenport.operators.auth;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenOption;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.operator.OperatorException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How the operator's parameters become a token request, and the request's faults are told under their names. */
final class TokenRequests {

    private TokenRequests() {}

    /** Checks the parameters; no file is looked at. */
    static void check(OAuth2Parameters parameters) throws OperatorException {
        of(parameters, Path.of(""), Optional.empty());
    }

    static TokenRequest of(OAuth2Parameters parameters, Path folder, Optional<DpopKey> key) throws OperatorException {
        TokenRequestBuilder builder = TokenRequest.of(server(parameters), grant(parameters), parameters.clientId())
                .scope(parameters.scope())
                .audience(words(parameters.audience()))
                .resource(words(parameters.resource()))
                .secretEncoding(parameters.secretEncoding());
        // A secret that happens to be filled in is sent only where the method needs it.
        parameters.clientSecret().ifPresent(builder::clientSecret);
        parameters.clientAuthentication().ifPresent(builder::clientAuthentication);
        KeyFiles.of(parameters.keys(), folder).addTo(builder);
        key.ifPresent(builder::dpopKey);
        parameters.extraParameters().forEach(builder::extraParameter);
        if (parameters.connection().allowInsecureHttp()) {
            builder.allowInsecureHttp();
        }
        try {
            return builder.build();
        } catch (TokenException e) {
            throw failed(e);
        }
    }

    private static AuthorizationServer server(OAuth2Parameters parameters) {
        return new AuthorizationServer(url(parameters.tokenUrl()), url(parameters.issuer()));
    }

    private static Optional<URI> url(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
    }

    private static Grant grant(OAuth2Parameters parameters) {
        return switch (parameters.grantType()) {
            // A user name or password that happens to be filled in is not sent.
            case CLIENT_CREDENTIALS -> new Grant.ClientCredentials();
            case PASSWORD -> new Grant.Password(parameters.userName(), parameters.password());
            case PREFETCHED_TOKEN -> throw new IllegalArgumentException("a token that was given is not requested");
        };
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+");
    }

    /** The failure under the names of the operator's parameters. */
    static OperatorException failed(TokenException failure) {
        return failure instanceof TokenConfigurationException configuration
                ? new OperatorException(configuration.message(TokenRequests::parameter), configuration)
                : new OperatorException(failure.getMessage(), failure);
    }

    private static String parameter(TokenOption option) {
        return switch (option) {
            case TOKEN_ENDPOINT -> "oauth_token_url";
            case ISSUER -> "oauth_issuer";
            case REFRESH_TOKEN -> "oauth_refresh_token";
            case ASSERTION -> "oauth_assertion";
            case SUBJECT_TOKEN -> "oauth_subject_token";
            case ACTOR_TOKEN -> "oauth_actor_token";
            case DEVICE_CODE -> "oauth_device_code";
            case SIGNING_KEY -> "oauth_key_file";
            case CLIENT_CERTIFICATE -> "oauth_certificate_file";
            case ASSERTION_AUDIENCE -> "oauth_assertion_audience";
            case CLIENT_ID -> "oauth_client_id";
            case CLIENT_SECRET -> "oauth_client_secret";
            case USER_NAME -> "user_name";
            case PASSWORD -> "password";
            case CLIENT_AUTHENTICATION -> "oauth_client_authentication";
            case SECRET_ENCODING -> "oauth_secret_encoding";
            case RESOURCE -> "oauth_resource";
            case EXTRA_PARAMETERS -> "oauth_extra_parameters";
        };
    }
}
