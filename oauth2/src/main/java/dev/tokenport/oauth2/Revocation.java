package dev.tokenport.oauth2;

import dev.tokenport.http.Urls;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks the server to forget tokens (RFC 7009). For one thread, used once. */
final class Revocation {

    private final TokenClient.World world;
    private final TokenRequest request;

    Revocation(TokenClient.World world, TokenRequest request) {
        this.world = world;
        this.request = request;
    }

    void revoke(Optional<Secret> refreshToken, Secret accessToken) throws TokenException, InterruptedException {
        Credentials credentials = Credentials.ofClient(request);
        ServerMetadata server = new Discovery(world, request).metadata(world.retry());
        URI endpoint = request.revocationEndpoint()
                .or(server::revocationEndpoint)
                .orElseThrow(() -> new TokenConfigurationException(
                        List.of(new ConfigurationFault(TokenOption.REVOCATION_ENDPOINT, "is missing")), null));
        if (refreshToken.isPresent()) {
            send(order(refreshToken.get(), "refresh_token", server, endpoint, credentials));
        }
        send(order(accessToken, "access_token", server, endpoint, credentials));
    }

    private ClientExchange.Order order(
            Secret token, String kind, ServerMetadata server, URI endpoint, Credentials credentials) {
        String text = token.reveal();
        world.redactor().add(text);
        return new ClientExchange.Order(
                request,
                server,
                endpoint,
                credentials,
                List.of(FormField.confidential("token", text), FormField.plain("token_type_hint", kind)),
                "the " + kind + " was not revoked at " + Urls.shown(endpoint));
    }

    private void send(ClientExchange.Order order) throws TokenException, InterruptedException {
        AnswerBody unused = new ClientExchange(world, order).send(world.retry());
        world.listener().revoked(order.endpoint());
    }
}
