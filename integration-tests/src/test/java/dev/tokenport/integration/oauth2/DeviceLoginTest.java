package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.DeviceAuthorization;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The device grant (RFC 8628): a person says yes, no, or nothing. */
final class DeviceLoginTest {

    private static final String CODES =
            "'device_code':'d-1','user_code':'WDJB-MJHT','verification_uri':'https://idp/device',"
                    + "'verification_uri_complete':'https://idp/device?user_code=WDJB-MJHT'";

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final List<DeviceAuthorization> shown = new ArrayList<>();

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void person_whoAllowsIt_getsAToken() throws Exception {
        idp.server().answer(json(200, CODES + ",'expires_in':600,'interval':2"), pending(), pending());
        idp.server()
                .answer(Answer.json(200, "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        long start = idp.time().nanoTime();

        AccessToken token = login();

        assertThat(token.value().reveal()).isEqualTo("t-1");
        assertThat(Duration.ofNanos(idp.time().nanoTime() - start)).isEqualTo(Duration.ofSeconds(6));
        assertThat(shown).singleElement().hasToString("DeviceAuthorization[WDJB-MJHT at https://idp/device]");
        assertThat(shown.get(0).verificationUriComplete()).contains("https://idp/device?user_code=WDJB-MJHT");
        assertThat(idp.server().requests().get(0).target()).isEqualTo("/device");
        assertThat(idp.server().requests().get(0).form())
                .isEqualTo(Map.of("scope", List.of("openid"), "client_id", List.of("orders")));
        assertThat(idp.server().requests().get(3).form())
                .isEqualTo(Map.of(
                        "grant_type", List.of("urn:ietf:params:oauth:grant-type:device_code"),
                        "device_code", List.of("d-1"),
                        "client_id", List.of("orders")));
    }

    @Test
    void server_thatIsAskedTooOften_isAskedFiveSecondsLater() throws Exception {
        idp.server().answer(json(200, CODES), json(400, "'error':'slow_down'"), pending());
        idp.server()
                .answer(Answer.json(200, "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        long start = idp.time().nanoTime();

        login();

        assertThat(Duration.ofNanos(idp.time().nanoTime() - start)).isEqualTo(Duration.ofSeconds(5 + 10 + 10));
    }

    @Test
    void person_whoSaysNo_isAnError() {
        idp.server().answer(json(200, CODES), pending(), json(400, "'error':'access_denied'"));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(this::login)
                .withMessage(
                        "no token from " + idp.endpoint()
                                + " (grant urn:ietf:params:oauth:grant-type:device_code, client 'orders'): HTTP 400 access_denied");
    }

    @Test
    void person_whoDoesNothing_isAnErrorWhenTheCodeHasExpired() {
        idp.server().answer(json(200, CODES + ",'expires_in':12"));
        idp.server().otherwise(request -> pending());

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(this::login)
                .withMessageEndingWith("HTTP 400 authorization_pending; nobody allowed it within 12 s");
        assertThat(idp.server().requests()).hasSize(1 + 3);
    }

    @Test
    void device_withAudienceResourceAndMore_asksForThem() throws Exception {
        idp.server().answer(json(200, CODES), Answer.token("t-1", Duration.ofMinutes(5)));
        TokenRequestBuilder request = TokenRequest.device(
                        dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), "orders")
                .deviceAuthorizationEndpoint(idp.server().url("/device"))
                .audience("orders-api")
                .resource("https://api.example.org")
                .extraParameter("tenant", "blue");

        idp.client().login(request.build(), shown::add);

        assertThat(idp.server().requests().get(0).form())
                .isEqualTo(Map.of(
                        "audience", List.of("orders-api"),
                        "resource", List.of("https://api.example.org"),
                        "tenant", List.of("blue"),
                        "client_id", List.of("orders")));
    }

    @Test
    void deviceCode_echoed_isRedacted() throws Exception {
        idp.server()
                .answer(
                        json(200, CODES.replace("d-1", "device-secret")),
                        json(400, "'error':'expired_token','error_description':'device-secret is over'"));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(this::login)
                .withMessageEndingWith("HTTP 400 expired_token: *** is over");
        assertThat(idp.redactor().redact("device-secret")).isEqualTo("***");
    }

    @Test
    void person_whoDoesNothing_isWaitedForFromWhenTheCodeIsShown() {
        idp.time().advance(Duration.ofHours(1));
        idp.server().answer(json(200, CODES + ",'expires_in':15"));
        idp.server().otherwise(request -> pending());

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(this::login)
                .withMessageEndingWith("nobody allowed it within 15 s");
        assertThat(idp.server().requests()).hasSize(1 + 3);
    }

    private AccessToken login() throws Exception {
        TokenRequestBuilder request = TokenRequest.device(
                        dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), "orders")
                .deviceAuthorizationEndpoint(idp.server().url("/device"))
                .scope("openid");
        return idp.client().login(request.build(), shown::add);
    }

    private static Answer pending() {
        return json(400, "'error':'authorization_pending'");
    }

    private static Answer json(int status, String members) {
        return Answer.json(status, "{" + members.replace('\'', '"') + "}");
    }
}
