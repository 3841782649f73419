package dev.tokenport.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of {@code tokenport token} that say which token is asked for, as given: each parameter of <em>OAuth2
 * Authentication</em>, of its id without {@code oauth_} and with hyphens. For one thread.
 */
final class TokenOptions {

    private static final String SECRET = "REFERENCE|-";

    @Option(
            names = "--grant-type",
            paramLabel = "GRANT",
            description = "client_credentials, password, refresh_token,"
                    + "%nurn:ietf:params:oauth:grant-type:jwt-bearer,"
                    + "%nurn:ietf:params:oauth:grant-type:token-exchange,%nor prefetched_token for a token that was fetched elsewhere (default: OAUTH_GRANT_TYPE, or"
                    + " client_credentials).")
    @Nullable
    String grantType;

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description =
                    "The token endpoint, an http(s) URL (default: OAUTH_TOKEN_URI, or that of the CMEM at CMEM_BASE_URI).")
    @Nullable
    String tokenUrl;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "The issuer identifier of the authorization server; it tells the token endpoint, which then"
                    + " need not be given, and what the server offers.")
    @Nullable
    String issuer;

    @Option(names = "--client-id", paramLabel = "ID", description = "The client's id (default: OAUTH_CLIENT_ID).")
    @Nullable
    String clientId;

    @Option(
            names = "--client-secret",
            paramLabel = SECRET,
            description =
                    "Where the client's secret stands:%nenv:NAME, file:PATH, process:COMMAND or%nencrypted:LITERAL; - asks for it, or reads the first line of standard input"
                            + " (default: OAUTH_CLIENT_SECRET).")
    @Nullable
    String clientSecret;

    @Option(
            names = "--next-client-secret",
            paramLabel = SECRET,
            description = "Where another client's secret stands, or several, a line each, to be tried when the first is"
                    + " refused with invalid_client (default: OAUTH_NEXT_CLIENT_SECRET).")
    @Nullable
    String nextClientSecret;

    @Option(
            names = "--user-name",
            paramLabel = "NAME",
            description = "The user of the password grant (default: OAUTH_USER).")
    @Nullable
    String userName;

    @Option(
            names = "--password",
            paramLabel = SECRET,
            description = "Where the user's password stands; - asks for it, or reads the next line of standard input"
                    + " (default: OAUTH_PASSWORD).")
    @Nullable
    String password;

    @Option(
            names = "--access-token",
            paramLabel = SECRET,
            description = "Where a token stands that was fetched elsewhere, for prefetched_token (default:"
                    + " OAUTH_ACCESS_TOKEN).")
    @Nullable
    String accessToken;

    @Mixin
    GrantOptions grant = new GrantOptions();

    @Mixin
    DpopOptions dpop = new DpopOptions();

    @Option(
            names = "--login",
            description = "Use what 'tokenport login' has kept, for the client and server given if there are several;"
                    + " it is renewed where needed.")
    boolean login;

    @Option(
            names = "--login-file",
            paramLabel = "PATH",
            description = "Where logins are kept (default: TOKENPORT_LOGINS, or tokenport/logins.json in the folder for"
                    + " settings).")
    @Nullable
    String loginFile;

    @Option(names = "--scope", paramLabel = "SCOPES", description = "The scopes to ask for, separated by blanks.")
    @Nullable
    String scope;

    @Option(
            names = "--audience",
            paramLabel = "AUDIENCES",
            description = "For whom the token is, separated by blanks; may be repeated.")
    List<String> audience = new ArrayList<>();

    @Option(
            names = "--resource",
            paramLabel = "URIS",
            description = "Where the token is to be used (RFC 8707), separated by blanks; may be repeated.")
    List<String> resource = new ArrayList<>();

    @Option(
            names = "--client-authentication",
            paramLabel = "METHOD",
            description =
                    "client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, tls_client_auth,"
                            + " self_signed_tls_client_auth or none (default: client_secret_basic with a secret, else"
                            + " private_key_jwt with a key, tls_client_auth with a certificate, none without any of them).")
    @Nullable
    String clientAuthentication;

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Option(
            names = "--secret-encoding",
            paramLabel = "ENCODING",
            description = "How client_secret_basic encodes id and secret: form (default) or raw.")
    @Nullable
    String secretEncoding;

    @Option(
            names = "--extra-parameters",
            paramLabel = "JSON",
            description = "Further parameters of the request, as a JSON object of strings.")
    @Nullable
    String extraParameters;

    @Option(
            names = "--default-lifetime",
            paramLabel = "DURATION",
            description = "How long a token is taken to live if the answer does not say (default: PT5M).")
    @Nullable
    String defaultLifetime;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "How long all attempts may take together (default: PT60S).")
    @Nullable
    String timeout;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How many requests may be sent at the most (default: 4).")
    @Nullable
    String attempts;

    @Option(names = "--ca-file", paramLabel = "PATH", description = "Certificates to trust instead of Java's, PEM.")
    @Nullable
    String caFile;

    @Mixin
    ProxyArguments proxy = new ProxyArguments();

    @Option(
            names = "--allow-insecure-http",
            description = "Send credentials over http to another machine, where anybody on the way can read them.")
    boolean allowInsecureHttp;
}
