package dev.tokenport.operators.auth;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
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
        of(parameters, Path.of(""), Optional.empty(), Delivered.none());
    }

    static TokenRequest of(OAuth2Parameters parameters, Path folder, Optional<DpopKey> key, Delivered delivered)
            throws OperatorException {
        KeyFiles keys = KeyFiles.of(parameters, folder);
        Grant grant = Grants.of(parameters, folder, keys, delivered);
        TokenRequestBuilder builder = TokenRequest.of(server(parameters), grant, parameters.clientId())
                .scope(parameters.scope())
                .audience(words(parameters.audience()))
                .resource(words(parameters.resource()))
                .secretEncoding(parameters.secretEncoding());
        // A secret that happens to be filled in is sent only where the method needs it.
        parameters.clientSecret().ifPresent(builder::clientSecret);
        parameters.clientAuthentication().ifPresent(builder::clientAuthentication);
        (isOfTheGrant(parameters, grant) ? keys.withoutSigning() : keys).addTo(builder);
        key.ifPresent(builder::dpopKey);
        url(parameters.revocation().url()).ifPresent(builder::revocationEndpoint);
        if (parameters.clientSecret().isPresent()) {
            parameters.rotation().next().ifPresent(builder::nextClientSecret);
        }
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

    /** Whether the key signs the grant alone: the client may not even have an id. */
    private static boolean isOfTheGrant(OAuth2Parameters parameters, Grant grant) {
        return grant.signingKey().isPresent()
                && parameters
                        .clientAuthentication()
                        .filter(method -> method == ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                        .isEmpty();
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
            case REVOCATION_ENDPOINT -> "oauth_revocation_url";
            case DEVICE_AUTHORIZATION_ENDPOINT -> "oauth_device_authorization_url";
            case REFRESH_TOKEN -> "oauth_refresh_token";
            case REFRESH_TOKEN_FILE -> "oauth_refresh_token_file";
            case ASSERTION -> "oauth_assertion";
            case ASSERTION_ISSUER -> "oauth_assertion_issuer";
            case ASSERTION_CLAIMS -> "oauth_assertion_claims";
            case SUBJECT_TOKEN -> "oauth_subject_token";
            case ACTOR_TOKEN -> "oauth_actor_token";
            case REQUESTED_TOKEN_TYPE -> "oauth_requested_token_type";
            case DEVICE_CODE -> "oauth_device_code";
            case SIGNING_KEY -> "oauth_key_file";
            case KEY_ALGORITHM -> "oauth_key_algorithm";
            case CLIENT_CERTIFICATE -> "oauth_certificate_file";
            case ASSERTION_AUDIENCE -> "oauth_assertion_audience";
            case CLIENT_ID -> "oauth_client_id";
            case NEXT_CLIENT_SECRET -> "oauth_next_client_secret";
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
