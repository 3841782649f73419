package dev.tokenport.integration.resource;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tokens that were revoked before they expired, as services with a list of such tokens know them. Thread-safe. */
final class Revocations implements OAuth2TokenValidator<Jwt> {

    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    /** From now on this token is refused. */
    void add(String token) {
        revoked.add(Traffic.fingerprint(token));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return revoked.contains(Traffic.fingerprint(token.getTokenValue()))
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token was revoked", null))
                : OAuth2TokenValidatorResult.success();
    }
}
