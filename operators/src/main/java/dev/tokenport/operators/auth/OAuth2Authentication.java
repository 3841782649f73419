package dev.tokenport.operators.auth;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.Urls;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RenewableOperator;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.Path;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import java.nio.file.InvalidPathException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The operator <em>OAuth2 Authentication</em>: gives one entity of parameter settings with an access token. All tasks of
 * a run that ask for the same token share it. Thread-safe.
 */
public final class OAuth2Authentication implements RenewableOperator<OAuth2Parameters> {

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "cmem_plugin_auth-workflow-auth-OAuth2",
                    "OAuth2 Authentication",
                    "Provide an OAuth2 access token for other tasks (via config port).")
            .withAliases("oauth2-authentication")
            .withDocumentation("""
                    This task uses the provided client or user credentials and runs an OAuth2
                    authorization to the given service URL. It will fetch the output and provide the
                    token in a way that it can be used by other tasks to access the service.

                    Note: The consuming task needs to have the parameter `oauth_access_token` in order to
                    to use the output this task. You need to connect this task to the
                    **config port** of the consuming task.
                    """);

    private static final Schema SCHEMA = new Schema(
            Schema.PARAMETER_SETTINGS,
            List.of(
                    new Path("oauth_access_token", PathType.SECRET, false),
                    new Path("oauth_token_type", PathType.STRING, true),
                    new Path("oauth_expires_at", PathType.STRING, true),
                    new Path("oauth_authorization", PathType.SECRET, true)));

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<OAuth2Parameters> parameters() {
        return OAuth2Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new InputPorts.DependencyOnly(), Optional.of(new Port.Fixed(SCHEMA)));
    }

    /** Always: asking again gives another token for the same. */
    @Override
    public boolean repeatable(KnownParameters known) {
        return true;
    }

    @Override
    public Output execute(OAuth2Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        Entity settings = settings(parameters, context, TokenSource::token);
        return Output.of(Entities.of(SCHEMA, List.of(settings)));
    }

    @Override
    public Entity renew(OAuth2Parameters parameters, Secret refused, RunContext context)
            throws OperatorException, InterruptedException {
        Secret token = bare(refused);
        return settings(parameters, context, source -> source.renew(token));
    }

    /** The token of a whole header value, which was delivered as {@code oauth_authorization}. */
    private static Secret bare(Secret refused) {
        String text = refused.reveal();
        int blank = text.indexOf(' ');
        return blank < 0 ? refused : Secret.of(text.substring(blank + 1));
    }

    /** A way to ask a source for a token. */
    @FunctionalInterface
    private interface Asking {

        AccessToken ask(TokenSource source) throws TokenException, InterruptedException;
    }

    private static Entity settings(OAuth2Parameters parameters, RunContext context, Asking asking)
            throws OperatorException, InterruptedException {
        TokenRequest request = TokenRequests.of(parameters);
        context.report().fact("grant", request.grant().type());
        context.report().fact("endpoint", Urls.origin(request.tokenEndpoint()));
        RunTokens tokens = context.shared(RunTokens.class, () -> new RunTokens(context.time()));
        AtomicInteger requests = tokens.requests(context.task());
        context.report().fact("requests", String.valueOf(requests));
        var progress = new ReportedProgress(context, requests);
        TokenSource source =
                tokens.cache().source(client(parameters, context, progress), request, parameters.minimumValidity());
        try {
            AccessToken token = asking.ask(source);
            token.warnings().forEach(progress::warned);
            report(token, context);
            return entity(token, context.task());
        } catch (TokenException e) {
            throw TokenRequests.failed(e);
        }
    }

    private static TokenClient client(OAuth2Parameters parameters, RunContext context, ReportedProgress progress)
            throws OperatorException {
        return TokenClient.over(transport(parameters, context))
                .time(context.time())
                .retry(new RetryPolicy(parameters.attempts(), parameters.timeout(), RetryPolicy.DEFAULT.firstDelay()))
                .redactor(context.redactor())
                .listener(progress)
                .defaultLifetime(parameters.defaultLifetime())
                .build();
    }

    private static Transport transport(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        if (parameters.caFile().isBlank()) {
            return context.transports().with(TransportOptions.DEFAULT);
        }
        try {
            return context.transports()
                    .with(TransportOptions.DEFAULT.withCaFile(
                            context.projectFolder().resolve(parameters.caFile())));
        } catch (TrustException e) {
            throw new OperatorException("oauth_ca_file: " + e.getMessage(), e);
        } catch (InvalidPathException e) {
            throw new OperatorException("oauth_ca_file '" + parameters.caFile() + "' is not a path", e);
        }
    }

    private static void report(AccessToken token, RunContext context) {
        if (!token.scopes().isEmpty()) {
            context.report().fact("scope", String.join(" ", token.scopes()));
        }
        context.report().fact("expiry", expiry(token));
    }

    private static Entity entity(AccessToken token, String task) {
        return Entity.of(
                Schema.PARAMETER,
                SCHEMA,
                List.of(
                        new SecretValue(token.value(), task),
                        Value.of(token.tokenType()),
                        Value.of(expiry(token)),
                        new SecretValue(token.authorization(), task)));
    }

    private static String expiry(AccessToken token) {
        return token.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
