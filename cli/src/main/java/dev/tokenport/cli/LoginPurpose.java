package dev.tokenport.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a login is for: the options that {@code tokenport login} has and {@code logout} has not. For one thread. */
final class LoginPurpose implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    final Given<@Nullable String> scope =
            arguments.text("--scope", "SCOPES", "The scopes to ask for, separated by blanks.");

    final Given<List<String>> audience =
            arguments.texts("--audience", "AUDIENCES", "For whom the token is, separated by blanks; may be repeated.");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Adds them to options of a token request. */
    void addTo(TokenOptions options) {
        options.scope.become(scope.value());
        options.audience.become(audience.value());
    }
}
