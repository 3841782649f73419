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
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The answer that a login begins with: codes that a person can be shown, or a {@link TokenException} that can be. */
final class DeviceLoginFuzzTest {

    private static final URI ENDPOINT = URI.create("https://idp.example.org/token");
    private static final URI DEVICE_ENDPOINT = URI.create("https://idp.example.org/device");
    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ofSeconds(60), Duration.ZERO);

    @FuzzTest
    void answer(byte[] input) throws Exception {
        WireAnswer answer = WireAnswer.of(input);
        Transport transport =
                (request, deadline) -> request.url().equals(DEVICE_ENDPOINT) ? answer.response() : token();
        TokenClient client =
                TokenClient.over(transport).time(ManualTime.start()).retry(ONCE).build();
        TokenRequest request = TokenRequest.device(AuthorizationServer.at(ENDPOINT), "orders")
                .clientSecret(Secret.of(Canary.TEXT))
                .deviceAuthorizationEndpoint(DEVICE_ENDPOINT)
                .build();

        Bounds.within(input, () -> {
            try {
                client.login(request, DeviceLoginFuzzTest::check);
            } catch (TokenException e) {
                Messages.safe(e);
            }
        });
    }

    private static void check(DeviceAuthorization shown) {
        Messages.safe(shown.userCode());
        Messages.safe(shown.verificationUri());
        Messages.safe(shown.toString());
        shown.verificationUriComplete().ifPresent(url -> {
            Messages.safe(url);
            assertOpened(url);
        });
        if (!shown.verificationUri().contains(Secret.MASK)) {
            assertOpened(shown.verificationUri());
        }
        assertThat(shown.deviceCode().reveal()).isNotBlank();
        assertThat(shown.lifetime()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
        assertThat(shown.interval()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
    }

    /** A browser opens it, and it leads where the server said. */
    private static void assertOpened(String url) {
        assertThat(Urls.fault(url, InsecureHttp.ALLOWED)).isEmpty();
        assertThat(url).doesNotContain("\u2026", Secret.MASK);
    }

    private static Response token() {
        byte[] body = "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8);
        return new Response(200, Headers.none(), new ByteArrayInputStream(body));
    }
}
