package dev.tokenport.oauth2;

import java.util.Optional;

/**
 * What kind of token an exchange gave (RFC 8693 §2.2.1). Immutable.
 *
 * @param answer the answer
 * @param exchange what was asked for
 */
record IssuedType(AnswerBody answer, TokenExchangeGrant exchange) {

    /** The token type of what is no access token. */
    static final String NO_ACCESS_TOKEN = "N_A";

    private static final int LONGEST = 100;

    /** Of an answer to an exchange; empty for other grants. */
    static Optional<IssuedType> of(AnswerBody answer, Grant grant) {
        return grant instanceof TokenExchangeGrant exchange
                ? Optional.of(new IssuedType(answer, exchange))
                : Optional.empty();
    }

    /** Whether the answer says that it is no access token, and does not contradict itself. */
    boolean isOther() {
        return answer.textOf("token_type").filter(this::isNone).isPresent()
                && !issued().equals(Optional.of(TokenExchangeGrant.TypedToken.ACCESS_TOKEN));
    }

    /** What a person should look at: another kind than the one wanted. */
    Optional<String> warning(ForeignText foreign) {
        String wanted = exchange.requestedTokenType().orElse(TokenExchangeGrant.TypedToken.ACCESS_TOKEN);
        Optional<String> issued = issued().filter(type -> !type.equals(wanted));
        if (issued.isPresent() && (exchange.requestedTokenType().isPresent() || isOther())) {
            return Optional.of("the token is of the type '" + foreign.line(issued.get(), LONGEST) + "', not '" + wanted
                    + "' (RFC 8693 §2.2.1)");
        }
        return issued().isEmpty() && isOther() && exchange.requestedTokenType().isEmpty()
                ? Optional.of("the token is not an access token, and the server does not say what it is"
                        + " (issued_token_type, RFC 8693 §2.2.1)")
                : Optional.empty();
    }

    private boolean isNone(String type) {
        return type.strip().equalsIgnoreCase(NO_ACCESS_TOKEN);
    }

    private Optional<String> issued() {
        return answer.textOf("issued_token_type").filter(type -> !type.isBlank());
    }
}
