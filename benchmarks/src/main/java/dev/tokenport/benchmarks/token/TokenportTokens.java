package dev.tokenport.benchmarks.token;

import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.concurrent.atomic.LongAdder;

/** Tokenport, by its public interface, as a run uses it. */
final class TokenportTokens {

    private TokenportTokens() {}

    /** Asks the endpoint each time. */
    static Tokens fetched(URI endpoint) throws TokenConfigurationException {
        TokenClient client = client();
        TokenRequest request = request(endpoint);
        return () -> client.fetch(request).value().reveal();
    }

    /** Keeps the token while it is good. */
    static Tokens kept(URI endpoint) throws TokenConfigurationException {
        return new TokenCache().source(client(), request(endpoint))::token;
    }

    private static TokenClient client() {
        return TokenClient.over(Transports.direct().with(TransportOptions.DEFAULT))
                .redactor(new Redactor())
                .listener(new Counting())
                .build();
    }

    private static TokenRequest request(URI endpoint) throws TokenConfigurationException {
        return TokenRequest.clientCredentials(endpoint, Account.CLIENT_ID, Secret.of(Account.CLIENT_SECRET))
                .scope(Account.SCOPE)
                .build();
    }

    /** Counts what is given, for the report, as the listener of a run does. */
    private static final class Counting implements TokenListener {

        private final LongAdder kept = new LongAdder();

        @Override
        public void kept(AccessToken token) {
            kept.increment();
        }
    }
}
