package dev.tokenport.cli;

import dev.tokenport.http.ConnectionCheck;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenListener;
import java.util.Optional;
import java.util.function.Supplier;

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

    /**
     * A check of the ways that such a client goes.
     *
     * @param certificate what it shows when it connects, if anything
     */
    ConnectionCheck check(Session session, Optional<KeyFile> certificate) {
        return trusting(() -> ConnectionCheck.of(
                options(session, certificate),
                session.world().environment(),
                session.world().time(),
                name -> "--" + name.replace('_', '-')));
    }

    private Transport transport(Session session, Optional<KeyFile> certificate) {
        return trusting(() -> session.world().transports().get().with(options(session, certificate)));
    }

    private TransportOptions options(Session session, Optional<KeyFile> certificate) {
        TransportOptions transport = TransportOptions.DEFAULT;
        if (options.caFile.value() != null) {
            transport = transport.withCaFile(WorkflowArgument.path("--ca-file", options.caFile.value()));
        }
        if (certificate.isPresent()) {
            transport = transport.withClientKey(certificate.get());
        }
        return options.proxy.addTo(transport, inputs, session.redactor());
    }

    private static <T> T trusting(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (TrustException e) {
            throw CommandException.refused("--ca-file: " + e.getMessage(), e);
        }
    }
}
