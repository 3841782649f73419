package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A token is exchanged for another one (RFC 8693 §2.1).
 *
 * @param subject the token of the one for whom the new one shall be
 * @param actor the token of the one who acts, empty if that is not told
 * @param requestedTokenType the kind of token wanted, empty for what the server gives
 */
public record TokenExchangeGrant(TypedToken subject, Optional<TypedToken> actor, Optional<String> requestedTokenType)
        implements Grant {

    /** Checks that nothing is null. */
    public TokenExchangeGrant {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(requestedTokenType);
    }

    @Override
    public String type() {
        return "urn:ietf:params:oauth:grant-type:token-exchange";
    }

    @Override
    public List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        add(parameters, "subject_token", TokenOption.SUBJECT_TOKEN, subject);
        actor.ifPresent(token -> add(parameters, "actor_token", TokenOption.ACTOR_TOKEN, token));
        requestedTokenType.ifPresent(type -> parameters.add(new Parameter(
                "requested_token_type", TokenOption.REQUESTED_TOKEN_TYPE, Secret.of(type), Visibility.PLAIN)));
        return parameters;
    }

    private static void add(List<Parameter> parameters, String name, TokenOption option, TypedToken token) {
        parameters.add(new Parameter(name, option, token.token(), Visibility.CONFIDENTIAL));
        parameters.add(new Parameter(name + "_type", option, Secret.of(token.type()), Visibility.PLAIN));
    }

    @Override
    public boolean needsClientAuthentication() {
        return false;
    }

    @Override
    public boolean needsClientId() {
        return false;
    }

    @Override
    public boolean isRenewable() {
        return true;
    }

    /**
     * A token and what kind it is (RFC 8693 §3).
     *
     * @param token the token
     * @param type its kind, such as {@value #ACCESS_TOKEN}
     */
    public record TypedToken(Secret token, String type) {

        /** An access token of any form. */
        public static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

        /** Checks that nothing is null. */
        public TypedToken {
            Objects.requireNonNull(token);
            Objects.requireNonNull(type);
        }
    }
}
