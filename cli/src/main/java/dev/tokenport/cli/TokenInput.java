package dev.tokenport.cli;

import java.util.Optional;
import java.util.stream.Stream;

/** The values of {@code tokenport token} that may come from a variable, by the names that cmemc gave to these. */
enum TokenInput {
    GRANT_TYPE("--grant-type", "OAUTH_GRANT_TYPE", false),
    TOKEN_URL("--token-url", "OAUTH_TOKEN_URI", false),
    CLIENT_ID("--client-id", "OAUTH_CLIENT_ID", false),
    CLIENT_SECRET("--client-secret", "OAUTH_CLIENT_SECRET", true),
    NEXT_CLIENT_SECRET("--next-client-secret", "OAUTH_NEXT_CLIENT_SECRET", true),
    USER_NAME("--user-name", "OAUTH_USER", false),
    PASSWORD("--password", "OAUTH_PASSWORD", true),
    REFRESH_TOKEN("--refresh-token", "OAUTH_REFRESH_TOKEN", true),
    ASSERTION("--assertion", "OAUTH_ASSERTION", true),
    SUBJECT_TOKEN("--subject-token", "OAUTH_SUBJECT_TOKEN", true),
    ACTOR_TOKEN("--actor-token", "OAUTH_ACTOR_TOKEN", true),
    PROXY_PASSWORD("--proxy-password", "OAUTH_PROXY_PASSWORD", true),
    KEY_PASSWORD("--client-key-password", "OAUTH_KEY_PASSWORD", true),
    ACCESS_TOKEN("--access-token", "OAUTH_ACCESS_TOKEN", true),
    DPOP_KEY("--dpop-key", "OAUTH_DPOP_KEY", true);

    private final String option;
    private final String variable;
    private final boolean secret;

    TokenInput(String option, String variable, boolean secret) {
        this.option = option;
        this.variable = variable;
        this.secret = secret;
    }

    String option() {
        return option;
    }

    String variable() {
        return variable;
    }

    /** The variable with a command that prints the secret. */
    String processVariable() {
        return variable + "_PROCESS";
    }

    /** Whether the option takes a place to read from, and the variable holds what must not be shown. */
    boolean secret() {
        return secret;
    }

    /** What to ask a person for. */
    String prompt() {
        return option.substring(2).replace('-', ' ');
    }

    /** As given: the option's text, empty for a value that stands in the variable or nowhere. */
    Optional<String> given(TokenOptions options) {
        return Optional.ofNullable(
                switch (this) {
                    case GRANT_TYPE -> options.grantType.value();
                    case TOKEN_URL -> options.tokenUrl.value();
                    case CLIENT_ID -> options.clientId.value();
                    case CLIENT_SECRET -> options.clientSecret.value();
                    case NEXT_CLIENT_SECRET -> options.nextClientSecret.value();
                    case USER_NAME -> options.userName.value();
                    case PASSWORD -> options.password.value();
                    case REFRESH_TOKEN -> options.grant.refreshToken.value();
                    case ASSERTION -> options.grant.assertion.value();
                    case SUBJECT_TOKEN -> options.grant.subjectToken.value();
                    case ACTOR_TOKEN -> options.grant.actorToken.value();
                    case PROXY_PASSWORD -> options.proxy.password.value();
                    case KEY_PASSWORD -> options.keys.password.value();
                    case ACCESS_TOKEN -> options.accessToken.value();
                    case DPOP_KEY -> options.dpop.key.value();
                });
    }

    static Stream<TokenInput> all() {
        return Stream.of(values());
    }
}
