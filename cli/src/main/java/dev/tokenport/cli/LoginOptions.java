package dev.tokenport.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which login: the options of {@code tokenport login} and {@code logout}, as given. For one thread. */
final class LoginOptions {

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "The issuer identifier of the authorization server; it tells all endpoints.")
    @Nullable
    String issuer;

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "The token endpoint, where there is no issuer (default: OAUTH_TOKEN_URI).")
    @Nullable
    String tokenUrl;

    @Option(names = "--client-id", paramLabel = "ID", description = "The client's id (default: OAUTH_CLIENT_ID).")
    @Nullable
    String clientId;

    @Option(
            names = "--client-secret",
            paramLabel = "REFERENCE|-",
            description = "Where the client's secret stands, if it has one (default: OAUTH_CLIENT_SECRET).")
    @Nullable
    String clientSecret;

    @Option(names = "--scope", paramLabel = "SCOPES", description = "The scopes to ask for, separated by blanks.")
    @Nullable
    String scope;

    @Option(
            names = "--audience",
            paramLabel = "AUDIENCES",
            description = "For whom the token is, separated by blanks; may be repeated.")
    List<String> audience = new ArrayList<>();

    @Option(names = "--ca-file", paramLabel = "PATH", description = "Certificates to trust instead of Java's, PEM.")
    @Nullable
    String caFile;

    @Option(
            names = "--allow-insecure-http",
            description = "Send credentials over http to another machine, where anybody on the way can read them.")
    boolean allowInsecureHttp;

    @Option(
            names = "--login-file",
            paramLabel = "PATH",
            description = "Where logins are kept (default: TOKENPORT_LOGINS, or tokenport/logins.json in the folder for"
                    + " settings).")
    @Nullable
    String file;

    /** The same as options of a token request. */
    TokenOptions ofToken() {
        var options = new TokenOptions();
        options.issuer = issuer;
        options.tokenUrl = tokenUrl;
        options.clientId = clientId;
        options.clientSecret = clientSecret;
        options.scope = scope;
        options.audience = audience;
        options.caFile = caFile;
        options.allowInsecureHttp = allowInsecureHttp;
        return options;
    }
}
