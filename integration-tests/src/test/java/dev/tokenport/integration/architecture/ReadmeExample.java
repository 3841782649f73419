package dev.tokenport.integration.architecture;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import java.net.URI;

/** The Java of the README, compiled. */
final class ReadmeExample {

    private ReadmeExample() {}

    static String authorization(URI tokenEndpoint, Secret secret) throws TokenException, InterruptedException {
        // readme:begin
        TokenRequest request = TokenRequest.clientCredentials(tokenEndpoint, "orders-reader", secret)
                .scope("orders.read")
                .build();
        TokenSource source = TokenSource.of(request); // keep it: it keeps the token while it is good
        AccessToken token = source.token();
        String header = token.authorization().reveal(); // Bearer …
        // readme:end
        return header;
    }
}
