package dev.tokenport.operators.auth;

import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.JwtBearer;
import dev.tokenport.oauth2.RefreshTokenFile;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the operator's parameters become a grant. Nothing is read. */
final class Grants {

    private static final String TYPES = "urn:ietf:params:oauth:token-type:";

    private Grants() {}

    static Grant of(OAuth2Parameters parameters, Path folder, KeyFiles keys, Delivered delivered)
            throws OperatorException {
        return switch (parameters.grantType()) {
            // A user name or password that happens to be filled in is not sent.
            case CLIENT_CREDENTIALS -> new Grant.ClientCredentials();
            case PASSWORD -> new Grant.Password(parameters.userName(), parameters.password());
            case REFRESH_TOKEN -> refreshToken(parameters.grant(), folder);
            case JWT_BEARER -> jwtBearer(parameters, keys, delivered);
            case TOKEN_EXCHANGE -> exchange(parameters.grant(), delivered);
            case PREFETCHED_TOKEN -> throw new IllegalArgumentException("a token that was given is not requested");
        };
    }

    private static Grant refreshToken(GrantParameters grant, Path folder) throws OperatorException {
        Optional<Path> file = KeyFiles.path("oauth_refresh_token_file", grant.refreshTokenFile(), folder);
        return new Grant.RefreshToken(
                grant.refreshToken().orElseGet(() -> Secret.of("")), file.map(RefreshTokenFile::new));
    }

    private static Grant jwtBearer(OAuth2Parameters parameters, KeyFiles keys, Delivered delivered) {
        GrantParameters grant = parameters.grant();
        Optional<SigningKey> key = keys.signing();
        if (grant.assertion().isPresent() || key.isEmpty()) {
            Secret assertion = grant.assertion().orElseGet(() -> Secret.of(""));
            return new JwtBearer.Given(delivered.current("oauth_assertion", assertion));
        }
        String issuer = grant.assertionIssuer().isBlank() ? parameters.clientId() : grant.assertionIssuer();
        Map<String, String> others = new LinkedHashMap<>(grant.assertionClaims());
        String audience = Optional.ofNullable(others.remove("aud")).orElse("");
        var claims = new JwtClaims(
                issuer,
                grant.assertionSubject().isBlank() ? issuer : grant.assertionSubject(),
                audience,
                grant.assertionLifetime(),
                others);
        return new JwtBearer.Made(key.get(), claims);
    }

    private static Grant exchange(GrantParameters grant, Delivered delivered) {
        Secret subject = grant.subjectToken().orElseGet(() -> Secret.of(""));
        return new TokenExchangeGrant(
                new TypedToken(
                        delivered.current("oauth_subject_token", subject), typeOrAccess(grant.subjectTokenType())),
                grant.actorToken()
                        .map(actor -> new TypedToken(
                                delivered.current("oauth_actor_token", actor), typeOrAccess(grant.actorTokenType()))),
                type(grant.requestedTokenType()));
    }

    private static String typeOrAccess(String text) {
        return type(text).orElse(TypedToken.ACCESS_TOKEN);
    }

    /** A name without a colon is no URI: it is one of those that RFC 8693 §3 registers. */
    private static Optional<String> type(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.contains(":") ? text : TYPES + text);
    }
}
