package dev.tokenport.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code tokenport token} that say which token is asked for, as given: each parameter of <em>OAuth2
 * Authentication</em>, of its id without {@code oauth_} and with hyphens. For one thread.
 */
final class TokenOptions implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    final Given<@Nullable String> grantType = arguments.text(
            "--grant-type",
            "GRANT",
            "client_credentials, password, refresh_token,"
                    + "%nurn:ietf:params:oauth:grant-type:jwt-bearer,"
                    + "%nurn:ietf:params:oauth:grant-type:token-exchange,%nor prefetched_token for a token that was fetched elsewhere (default: OAUTH_GRANT_TYPE, or"
                    + " client_credentials).");

    final Given<@Nullable String> tokenUrl = arguments.text(
            "--token-url",
            "URL",
            "The token endpoint, an http(s) URL (default: OAUTH_TOKEN_URI, or that of the CMEM at CMEM_BASE_URI).");

    final Given<@Nullable String> issuer = arguments.text(
            "--issuer",
            "URL",
            "The issuer identifier of the authorization server; it tells the token endpoint, which then"
                    + " need not be given, and what the server offers.");

    final Given<@Nullable String> clientId =
            arguments.text("--client-id", "ID", "The client's id (default: OAUTH_CLIENT_ID).");

    final Given<@Nullable String> clientSecret = arguments.secret(
            "--client-secret",
            "Where the client's secret stands:%nenv:NAME, file:PATH, process:COMMAND or%nencrypted:LITERAL; - asks for it, or reads the first line of standard input"
                    + " (default: OAUTH_CLIENT_SECRET).");

    final Given<@Nullable String> nextClientSecret = arguments.secret(
            "--next-client-secret",
            "Where another client's secret stands, or several, a line each, to be tried when the first is"
                    + " refused with invalid_client (default: OAUTH_NEXT_CLIENT_SECRET).");

    final Given<@Nullable String> userName =
            arguments.text("--user-name", "NAME", "The user of the password grant (default: OAUTH_USER).");

    final Given<@Nullable String> password = arguments.secret(
            "--password",
            "Where the user's password stands; - asks for it, or reads the next line of standard input"
                    + " (default: OAUTH_PASSWORD).");

    final Given<@Nullable String> accessToken = arguments.secret(
            "--access-token",
            "Where a token stands that was fetched elsewhere, for prefetched_token (default:"
                    + " OAUTH_ACCESS_TOKEN).");

    final GrantOptions grant = arguments.with(new GrantOptions());

    final DpopOptions dpop = arguments.with(new DpopOptions());

    final Given<Boolean> login = arguments.flag(
            "--login",
            "Use what 'tokenport login' has kept, for the client and server given if there are several;"
                    + " it is renewed where needed.");

    final Given<@Nullable String> loginFile = arguments.text(
            "--login-file",
            "PATH",
            "Where logins are kept (default: TOKENPORT_LOGINS, or tokenport/logins.json in the folder for"
                    + " settings).");

    final Given<@Nullable String> scope =
            arguments.text("--scope", "SCOPES", "The scopes to ask for, separated by blanks.");

    final Given<List<String>> audience =
            arguments.texts("--audience", "AUDIENCES", "For whom the token is, separated by blanks; may be repeated.");

    final Given<List<String>> resource = arguments.texts(
            "--resource", "URIS", "Where the token is to be used (RFC 8707), separated by blanks; may be repeated.");

    final Given<@Nullable String> clientAuthentication = arguments.text(
            "--client-authentication",
            "METHOD",
            "client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, tls_client_auth,"
                    + " self_signed_tls_client_auth or none (default: client_secret_basic with a secret, else"
                    + " private_key_jwt with a key, tls_client_auth with a certificate, none without any of them).");

    final KeyOptions keys = arguments.with(new KeyOptions());

    final Given<@Nullable String> secretEncoding = arguments.text(
            "--secret-encoding", "ENCODING", "How client_secret_basic encodes id and secret: form (default) or raw.");

    final Given<@Nullable String> extraParameters = arguments.text(
            "--extra-parameters", "JSON", "Further parameters of the request, as a JSON object of strings.");

    final Given<@Nullable String> defaultLifetime = arguments.text(
            "--default-lifetime",
            "DURATION",
            "How long a token is taken to live if the answer does not say (default: PT5M).");

    final Given<@Nullable String> timeout =
            arguments.text("--timeout", "DURATION", "How long all attempts may take together (default: PT60S).");

    final Given<@Nullable String> attempts =
            arguments.text("--attempts", "N", "How many requests may be sent at the most (default: 4).");

    final Given<@Nullable String> caFile =
            arguments.text("--ca-file", "PATH", "Certificates to trust instead of Java's, PEM.");

    final ProxyArguments proxy = arguments.with(new ProxyArguments());

    final Given<Boolean> allowInsecureHttp = arguments.flag(
            "--allow-insecure-http",
            "Send credentials over http to another machine, where anybody on the way can read them.");

    @Override
    public Arguments arguments() {
        return arguments;
    }
}
