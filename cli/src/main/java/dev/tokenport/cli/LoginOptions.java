package dev.tokenport.cli;

import org.jspecify.annotations.Nullable;

/** Which login: the options of {@code tokenport login} and {@code logout}, as given. For one thread. */
final class LoginOptions implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    final Given<@Nullable String> issuer = arguments.text(
            "--issuer", "URL", "The issuer identifier of the authorization server; it tells all endpoints.");

    final Given<@Nullable String> tokenUrl = arguments.text(
            "--token-url", "URL", "The token endpoint, where there is no issuer (default: OAUTH_TOKEN_URI).");

    final Given<@Nullable String> clientId =
            arguments.text("--client-id", "ID", "The client's id (default: OAUTH_CLIENT_ID).");

    final Given<@Nullable String> clientSecret = arguments.secret(
            "--client-secret", "Where the client's secret stands, if it has one (default: OAUTH_CLIENT_SECRET).");

    final Given<@Nullable String> caFile =
            arguments.text("--ca-file", "PATH", "Certificates to trust instead of Java's, PEM.");

    final Given<Boolean> allowInsecureHttp = arguments.flag(
            "--allow-insecure-http",
            "Send credentials over http to another machine, where anybody on the way can read them.");

    final Given<@Nullable String> file = arguments.text(
            "--login-file",
            "PATH",
            "Where logins are kept (default: TOKENPORT_LOGINS, or tokenport/logins.json in the folder for"
                    + " settings).");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** The same as options of a token request. */
    TokenOptions ofToken() {
        var options = new TokenOptions();
        options.issuer.become(issuer.value());
        options.tokenUrl.become(tokenUrl.value());
        options.clientId.become(clientId.value());
        options.clientSecret.become(clientSecret.value());
        options.caFile.become(caFile.value());
        options.allowInsecureHttp.become(allowInsecureHttp.value());
        return options;
    }
}
