package dev.tokenport.integration.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Binds tokens to the key of the proof that Spring has verified (RFC 9449 §6.1), as Spring's own configuration does. */
final class Confirmation implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    @SuppressWarnings("unchecked") // the header is a JSON object
    public void customize(JwtEncodingContext context) {
        Jwt proof = context.get(OAuth2TokenContext.DPOP_PROOF_KEY);
        if (proof == null || !OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        try {
            JWK key = JWK.parse((Map<String, Object>) proof.getHeaders().get("jwk"));
            context.getClaims()
                    .claim("cnf", Map.of("jkt", key.computeThumbprint().toString()));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("Spring accepted a proof without a key", e);
        }
    }
}
