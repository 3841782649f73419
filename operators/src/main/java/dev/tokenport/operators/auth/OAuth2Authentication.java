package dev.tokenport.operators.auth;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AccessToken;
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
import dev.tokenport.operator.VerifiableOperator;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The operator <em>OAuth2 Authentication</em>: gives one entity of parameter settings with an access token. All tasks of
 * a run that ask for the same token share it. Thread-safe.
 */
public final class OAuth2Authentication
        implements RenewableOperator<OAuth2Parameters>, VerifiableOperator<OAuth2Parameters> {

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

    static final Schema SCHEMA = new Schema(
            Schema.PARAMETER_SETTINGS,
            List.of(
                    new Path("oauth_access_token", PathType.SECRET, false),
                    new Path("oauth_token_type", PathType.STRING, true),
                    new Path("oauth_expires_at", PathType.STRING, true),
                    new Path("oauth_authorization", PathType.SECRET, true),
                    new Path(Dpop.KEY, PathType.SECRET, true)));

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
    public void check(OAuth2Parameters parameters) throws OperatorException {
        if (parameters.grantType() != GrantType.PREFETCHED_TOKEN) {
            TokenRequests.check(parameters);
        }
    }

    @Override
    public Output execute(OAuth2Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        if (parameters.grantType() == GrantType.PREFETCHED_TOKEN) {
            return Output.of(Entities.of(SCHEMA, List.of(PrefetchedToken.settings(parameters, context))));
        }
        AccessToken token = RunTokens.of(context).task(parameters, context).token();
        return Output.of(Entities.of(SCHEMA, List.of(entity(token, context.task()))));
    }

    @Override
    public Entity renew(OAuth2Parameters parameters, Secret refused, RunContext context)
            throws OperatorException, InterruptedException {
        if (parameters.grantType() == GrantType.PREFETCHED_TOKEN) {
            throw PrefetchedToken.notRenewable();
        }
        AccessToken token = RunTokens.of(context).task(parameters, context).renewed(refused);
        return entity(token, context.task());
    }

    @Override
    public Optional<Entity> successor(OAuth2Parameters parameters, Secret held, RunContext context)
            throws OperatorException, InterruptedException {
        if (parameters.grantType() == GrantType.PREFETCHED_TOKEN) {
            return Optional.empty();
        }
        return RunTokens.of(context)
                .task(parameters, context)
                .successor(held)
                .map(token -> entity(token, context.task()));
    }

    @Override
    public Optional<Instant> goodUntil(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        return parameters.grantType() == GrantType.PREFETCHED_TOKEN
                ? Optional.empty()
                : RunTokens.of(context).task(parameters, context).goodUntil();
    }

    @Override
    public void verify(OAuth2Parameters parameters, RunContext context, Environment environment, Consumer<String> line)
            throws OperatorException, InterruptedException {
        new VerifiedToken(parameters, context, line).tell(environment);
    }

    private static Entity entity(AccessToken token, String task) {
        return new Entity(
                Schema.PARAMETER,
                SCHEMA,
                List.of(
                        List.of(new SecretValue(token.value(), task)),
                        List.of(Value.of(token.tokenType())),
                        List.of(Value.of(TaskTokens.expiry(token))),
                        List.of(new SecretValue(token.authorization(), task)),
                        key(token.dpopKey(), task)));
    }

    /** The key that a token is bound to, as a value of a path. */
    static List<Value> key(Optional<DpopKey> key, String task) {
        return key.<Value>map(bound -> new SecretValue(bound.secret(), task)).stream()
                .toList();
    }
}
