package dev.tokenport.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a login is for: the options that {@code tokenport login} has and {@code logout} has not. For one thread. */
final class LoginPurpose {

    @Option(names = "--scope", paramLabel = "SCOPES", description = "The scopes to ask for, separated by blanks.")
    @Nullable
    String scope;

    @Option(
            names = "--audience",
            paramLabel = "AUDIENCES",
            description = "For whom the token is, separated by blanks; may be repeated.")
    List<String> audience = new ArrayList<>();

    /** Adds them to options of a token request. */
    void addTo(TokenOptions options) {
        options.scope = scope;
        options.audience = audience;
    }
}
