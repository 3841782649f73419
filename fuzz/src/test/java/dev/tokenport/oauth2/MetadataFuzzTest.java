package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.WireAnswer;
import dev.tokenport.http.Headers;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.Urls;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an issuer says of itself: endpoints that credentials may be sent to, or a {@link TokenException} that can be shown.
 */
final class MetadataFuzzTest {

    private static final URI ISSUER = URI.create("https://idp.example.org/realms/a");
    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ofSeconds(60), Duration.ZERO);

    @FuzzTest
    void document(byte[] input) throws Exception {
        WireAnswer answer = WireAnswer.of(input);
        Transport transport =
                (request, deadline) -> request.method().equals("GET") ? answer.response() : token(request.url());
        var redactor = new Redactor();
        redactor.add(Canary.TEXT);
        TokenClient client = TokenClient.over(transport)
                .redactor(redactor)
                .time(ManualTime.start())
                .retry(ONCE)
                .listener(new Shown())
                .build();
        TokenRequest request = TokenRequest.of(AuthorizationServer.of(ISSUER), new Grant.ClientCredentials(), "orders")
                .clientSecret(Secret.of(Canary.TEXT))
                .build();

        Bounds.within(input, () -> {
            try {
                assertThat(client.fetch(request).value().reveal()).isEqualTo("t-1");
            } catch (TokenException e) {
                Messages.safe(e);
            }
        });
    }

    private static Response token(URI url) {
        safeToSendTo(url);
        byte[] body = "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8);
        return new Response(200, Headers.none(), new ByteArrayInputStream(body));
    }

    private static void safeToSendTo(URI url) {
        assertThat(url.getRawUserInfo()).isNull();
        assertThat("https".equalsIgnoreCase(url.getScheme()) || Urls.isLoopback(url))
                .isTrue();
    }

    /** What was found out is shown, and sent to. */
    private static final class Shown implements TokenListener {

        @Override
        public void discovered(URI document, ServerMetadata metadata) {
            assertThat(metadata.issuer()).contains(ISSUER.toString());
            safeToSendTo(metadata.tokenEndpoint());
            Stream.of(
                            metadata.mutualTlsTokenEndpoint(),
                            metadata.revocationEndpoint(),
                            metadata.deviceAuthorizationEndpoint())
                    .flatMap(Optional::stream)
                    .forEach(MetadataFuzzTest::safeToSendTo);
            metadata.clientAuthenticationMethods().forEach(Messages::safeIfAny);
            metadata.grantTypes().forEach(Messages::safeIfAny);
        }

        @Override
        public void warned(String line) {
            Messages.safe(line);
        }
    }
}
