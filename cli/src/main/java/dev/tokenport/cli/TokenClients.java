package dev.tokenport.cli;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenListener;

/** Makes the token client that the options describe. */
final class TokenClients {

    private TokenClients() {}

    static TokenClient of(TokenOptions options, TokenTuning tuning, Session session, TokenListener listener) {
        TransportOptions trust = TransportOptions.DEFAULT;
        if (options.caFile != null) {
            trust = trust.withCaFile(WorkflowArgument.path("--ca-file", options.caFile));
        }
        World world = session.world();
        return TokenClient.over(transport(world, trust))
                .time(world.time())
                .retry(new RetryPolicy(tuning.attempts(), tuning.timeout(), RetryPolicy.DEFAULT.firstDelay()))
                .redactor(session.redactor())
                .listener(listener)
                .defaultLifetime(tuning.defaultLifetime())
                .build();
    }

    private static Transport transport(World world, TransportOptions trust) {
        try {
            return world.transports().get().with(trust);
        } catch (TrustException e) {
            throw CommandException.refused("--ca-file: " + e.getMessage(), e);
        }
    }
}
