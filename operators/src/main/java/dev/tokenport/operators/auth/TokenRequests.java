package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenOption;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.operator.OperatorException;
import java.net.URI;

/** How the operator's parameters become a token request, and the request's faults are told under their names. */
final class TokenRequests {

    private TokenRequests() {}

    static TokenRequest of(OAuth2Parameters parameters) throws OperatorException {
        URI endpoint = URI.create(parameters.tokenUrl());
        TokenRequestBuilder builder = switch (parameters.grantType()) {
            // A user name or password that happens to be filled in is not sent.
            case CLIENT_CREDENTIALS ->
                TokenRequest.clientCredentials(
                        endpoint,
                        parameters.clientId(),
                        parameters.clientSecret().orElseThrow());
            case PREFETCHED_TOKEN -> throw new IllegalArgumentException("a token that was given is not requested");
            case PASSWORD ->
                TokenRequest.password(endpoint, parameters.clientId(), parameters.userName(), parameters.password());
        };
        if (parameters.grantType() == GrantType.PASSWORD) {
            parameters.clientSecret().ifPresent(builder::clientSecret);
        }
        builder.scope(parameters.scope())
                .audience(words(parameters.audience()))
                .resource(words(parameters.resource()))
                .secretEncoding(parameters.secretEncoding());
        parameters.clientAuthentication().ifPresent(builder::clientAuthentication);
        parameters.extraParameters().forEach(builder::extraParameter);
        if (parameters.allowInsecureHttp()) {
            builder.allowInsecureHttp();
        }
        try {
            return builder.build();
        } catch (TokenException e) {
            throw failed(e);
        }
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
