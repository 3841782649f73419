package dev.tokenport.cli;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenListener;
import java.util.Optional;

/**
 * Makes the token clients that the options describe.
 *
 * @param options the options as given
 * @param inputs the values that may come from variables
 * @param tuning the options that are more than a text
 */
record TokenClients(TokenOptions options, TokenInputs inputs, TokenTuning tuning) {

    /**
     * A client.
     *
     * @param certificate what it shows when it connects, if anything
     */
    TokenClient client(Session session, TokenListener listener, Optional<KeyFile> certificate) {
        return TokenClient.over(transport(session, certificate))
                .time(session.world().time())
                .retry(new RetryPolicy(tuning.attempts(), tuning.timeout(), RetryPolicy.DEFAULT.firstDelay()))
                .redactor(session.redactor())
                .listener(listener)
                .defaultLifetime(tuning.defaultLifetime())
                .build();
    }

    private Transport transport(Session session, Optional<KeyFile> certificate) {
        TransportOptions transport = TransportOptions.DEFAULT;
        if (options.caFile != null) {
            transport = transport.withCaFile(WorkflowArgument.path("--ca-file", options.caFile));
        }
        if (certificate.isPresent()) {
            transport = transport.withClientKey(certificate.get());
        }
        transport = options.proxy.addTo(transport, inputs, session.redactor());
        try {
            return session.world().transports().get().with(transport);
        } catch (TrustException e) {
            throw CommandException.refused("--ca-file: " + e.getMessage(), e);
        }
    }
}
