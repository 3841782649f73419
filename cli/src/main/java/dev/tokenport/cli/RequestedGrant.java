package dev.tokenport.cli;

import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.JwtBearer;
import dev.tokenport.oauth2.RefreshTokenFile;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.operator.Nearest;
import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grant that the options of {@code tokenport token} name. Nothing is read. For one thread.
 *
 * @param inputs the values that may come from variables
 * @param options the options as given
 * @param key the key that assertions are signed with, if one was given
 * @param faults takes what is wrong, a text each
 */
record RequestedGrant(TokenInputs inputs, GrantOptions options, Optional<SigningKey> key, List<String> faults) {

    static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static final String TYPES = "urn:ietf:params:oauth:token-type:";
    private static final List<String> TYPE_NAMES =
            List.of("access_token", "refresh_token", "id_token", "jwt", "saml1", "saml2");
    private static final List<TokenInput> CLIENT = List.of(
            TokenInput.TOKEN_URL, TokenInput.CLIENT_ID, TokenInput.CLIENT_SECRET, TokenInput.NEXT_CLIENT_SECRET);

    Grant grant() {
        String type = inputs.text(TokenInput.GRANT_TYPE);
        return switch (type) {
            case "password" -> new Grant.Password(inputs.text(TokenInput.USER_NAME), required(TokenInput.PASSWORD));
            case "refresh_token" -> refreshToken();
            case JWT_BEARER -> jwtBearer();
            case TOKEN_EXCHANGE -> exchange();
            case "", "client_credentials" -> new Grant.ClientCredentials();
            default -> {
                faults.add(inputs.name(TokenInput.GRANT_TYPE) + " '" + type
                        + "' is none of client_credentials, password, refresh_token, " + JWT_BEARER + ", "
                        + TOKEN_EXCHANGE + " and prefetched_token" + hint(type));
                yield new Grant.ClientCredentials();
            }
        };
    }

    /** What a grant makes use of, the grant itself aside. */
    static boolean uses(String grantType, TokenInput input) {
        return switch (grantType) {
            case "prefetched_token" -> input == TokenInput.ACCESS_TOKEN;
            case "password" -> CLIENT.contains(input) || input == TokenInput.USER_NAME || input == TokenInput.PASSWORD;
            case "refresh_token" -> CLIENT.contains(input) || input == TokenInput.REFRESH_TOKEN;
            case JWT_BEARER -> CLIENT.contains(input) || input == TokenInput.ASSERTION;
            case TOKEN_EXCHANGE ->
                CLIENT.contains(input) || input == TokenInput.SUBJECT_TOKEN || input == TokenInput.ACTOR_TOKEN;
            default -> CLIENT.contains(input);
        };
    }

    private Grant refreshToken() {
        if (options.refreshTokenFile.value() == null) {
            return new Grant.RefreshToken(required(TokenInput.REFRESH_TOKEN));
        }
        Path file = WorkflowArgument.path("--refresh-token-file", options.refreshTokenFile.value());
        Secret first = inputs.secret(TokenInput.REFRESH_TOKEN).orElseGet(() -> Secret.of(""));
        return new Grant.RefreshToken(first, Optional.of(new RefreshTokenFile(file)));
    }

    private Grant jwtBearer() {
        AssertionTuning tuning = AssertionTuning.of(options, faults);
        Optional<Secret> given = inputs.secret(TokenInput.ASSERTION);
        if (given.isPresent() || key.isEmpty()) {
            if (given.isEmpty() && faults.stream().noneMatch(fault -> fault.startsWith("--assertion "))) {
                faults.add(inputs.name(TokenInput.ASSERTION)
                        + " is missing; give it, or --client-key-file with the key to make one with");
            }
            return new JwtBearer.Given(given.orElseGet(() -> Secret.of("")));
        }
        String issuer = text(options.assertionIssuer.value()).orElseGet(() -> inputs.text(TokenInput.CLIENT_ID));
        Map<String, String> others = new LinkedHashMap<>(tuning.claims());
        String audience = Optional.ofNullable(others.remove("aud")).orElse("");
        return new JwtBearer.Made(
                key.get(),
                new JwtClaims(
                        issuer,
                        text(options.assertionSubject.value()).orElse(issuer),
                        audience,
                        tuning.lifetime(),
                        others));
    }

    private Grant exchange() {
        Secret subject = required(TokenInput.SUBJECT_TOKEN);
        Optional<Secret> actor = inputs.secret(TokenInput.ACTOR_TOKEN);
        if (actor.isEmpty() && options.actorTokenType.value() != null) {
            faults.add("--actor-token-type is given without --actor-token");
        }
        return new TokenExchangeGrant(
                new TypedToken(
                        subject,
                        type("--subject-token-type", options.subjectTokenType.value())
                                .orElse(TypedToken.ACCESS_TOKEN)),
                actor.map(token -> new TypedToken(
                        token,
                        type("--actor-token-type", options.actorTokenType.value())
                                .orElse(TypedToken.ACCESS_TOKEN))),
                type("--requested-token-type", options.requestedTokenType.value()));
    }

    /** The short names stand in the documents of many servers. */
    private static String hint(String type) {
        return List.of(JWT_BEARER, TOKEN_EXCHANGE).stream()
                .filter(urn -> urn.endsWith(":" + type.replace('_', '-')))
                .findFirst()
                .map(urn -> "; did you mean '" + urn + "'?")
                .orElseGet(() -> Nearest.hint(
                        type,
                        List.of(
                                "client_credentials",
                                "password",
                                "refresh_token",
                                "prefetched_token",
                                JWT_BEARER,
                                TOKEN_EXCHANGE)));
    }

    private Secret required(TokenInput input) {
        Optional<Secret> secret = inputs.secret(input);
        if (secret.isEmpty() && faults.stream().noneMatch(fault -> fault.startsWith(input.option()))) {
            faults.add(inputs.name(input) + " is missing");
        }
        return secret.orElseGet(() -> Secret.of(""));
    }

    /** A name without a colon is no URI: it is one of those that RFC 8693 §3 registers. */
    private Optional<String> type(String option, @Nullable String text) {
        Optional<String> given = text(text);
        given.filter(type -> !type.contains(":") && !TYPE_NAMES.contains(type))
                .ifPresent(type -> faults.add(option + " '" + type + "' is neither a URI nor one of "
                        + String.join(", ", TYPE_NAMES) + Nearest.hint(type, TYPE_NAMES)));
        return given.map(type -> type.contains(":") ? type : TYPES + type);
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }
}
