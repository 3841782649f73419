package dev.tokenport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TokenEndpointTest {

    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

    private final Accounts accounts = new Accounts("c", "s +%:ä", "u", "p&=€");
    private final AtomicLong nanoTime = new AtomicLong();
    private final IssuedTokens tokens = new IssuedTokens(Duration.ofMinutes(5), nanoTime::get);
    private final TokenEndpoint endpoint = new TokenEndpoint(accounts, tokens);

    @Test
    void clientCredentials_withBasic_giveATokenForTheApi() {
        Endpoint.Answer answer = ask(basic("c", "s +%:ä"), "grant_type=client_credentials");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"access_token\":\"[A-Za-z0-9_-]{32}\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        assertThat(orders("Bearer " + token(answer)).status()).isEqualTo(200);
    }

    @Test
    void clientCredentials_inTheBody_giveAToken() {
        Endpoint.Answer answer =
                ask("", "grant_type=client_credentials&client_id=c&client_secret=" + encoded("s +%:ä"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void clientSecret_isNotFormEncoded_isRefused() {
        String raw = "Basic " + Base64.getEncoder().encodeToString("c:s +%:ä".getBytes(StandardCharsets.UTF_8));

        Endpoint.Answer answer = ask(raw, "grant_type=client_credentials");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"error\":\"invalid_client\"");
        assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Basic realm=\"demo\"");
    }

    @Test
    void password_isRight_givesAToken() {
        Endpoint.Answer answer =
                ask(basic("c", "s +%:ä"), "grant_type=password&username=u&password=" + encoded("p&=€"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(tokens.subject(token(answer))).contains("u");
    }

    @Test
    void password_isWrong_isInvalidGrant() {
        Endpoint.Answer answer = ask(basic("c", "s +%:ä"), "grant_type=password&username=u&password=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"invalid_grant\"");
    }

    @Test
    void grant_isUnknown_isUnsupported() {
        Endpoint.Answer answer = ask(basic("c", "s +%:ä"), "grant_type=implicit");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"unsupported_grant_type\"");
    }

    @Test
    void parameter_standsTwice_isAnInvalidRequest() {
        Endpoint.Answer answer = ask(basic("c", "s +%:ä"), "grant_type=password&grant_type=password");

        assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
    }

    @Test
    void api_withoutToken_asksForOne() {
        Endpoint.Answer answer = orders("");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"demo\"");
    }

    @Test
    void api_withExpiredToken_refusesIt() {
        String token = token(ask(basic("c", "s +%:ä"), "grant_type=client_credentials"));
        nanoTime.addAndGet(Duration.ofMinutes(5).toNanos());

        Endpoint.Answer answer = orders("Bearer " + token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers())
                .containsEntry("WWW-Authenticate", "Bearer realm=\"demo\", error=\"invalid_token\"");
    }

    private Endpoint.Answer ask(String authorization, String body) {
        return endpoint.answer(new Endpoint.Received("POST", "/token", authorization, FORM, body));
    }

    private Endpoint.Answer orders(String authorization) {
        return new OrdersApi(tokens).answer(new Endpoint.Received("GET", "/orders", authorization, "", ""));
    }

    private static String token(Endpoint.Answer answer) {
        return answer.body().substring(17, 49);
    }

    private static String basic(String id, String secret) {
        String pair = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
