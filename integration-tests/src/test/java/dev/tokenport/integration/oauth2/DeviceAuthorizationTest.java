package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.DeviceAuthorization;
import dev.tokenport.oauth2.MalformedAnswerException;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device grant (RFC 8628): what the server may tell before a person is asked. */
final class DeviceAuthorizationTest {

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
    void address_withTheCodeInIt_thatIsTooLongToShow_isLeftOut() throws Exception {
        idp.server()
                .answer(json(
                        200,
                        "'device_code':'d-1','user_code':'WDJB-MJHT','verification_uri':'https://idp/device',"
                                + "'verification_uri_complete':'https://idp/device?c=" + "a".repeat(300) + "'"));
        idp.server()
                .answer(Answer.json(200, "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}"));

        login();

        assertThat(shown.get(0).verificationUriComplete()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\u0000|https://idp/device|user_code is no code that anybody could enter",
                "LONG|https://idp/device|user_code is no code that anybody could enter",
                "WDJB|https://idp/LONG|verification_uri is longer than 300 characters",
            })
    void codes_thatNobodyCouldEnter_areRefused(String code, String url, String fault) {
        String answer = "'device_code':'d-1','user_code':'" + code + "','verification_uri':'" + url + "'";
        idp.server().answer(json(200, answer.replace("LONG", "a".repeat(301))));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(this::login)
                .withMessageEndingWith("HTTP 200, but " + fault);
        assertThat(shown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'expires_in':600.9,'interval':2.9|600900|2900",
                "'expires_in':3600,'interval':1|3600000|1000",
                "'expires_in':3601,'interval':0.9|3600000|1000",
                "'expires_in':1e9999999,'interval':-5|3600000|1000",
                "'expires_in':'60','interval':'1'|60000|1000",
                "'expires_in':'soon','interval':null|600000|5000",
                "'expires_in':[60],'interval':true|600000|5000",
                "'other':1|600000|5000"
            })
    void times_thatTheServerTells_areTakenWithinTheirBounds(String members, long lifetime, long interval)
            throws Exception {
        idp.server().answer(json(200, CODES + "," + members), json(400, "'error':'access_denied'"));

        assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(this::login);

        assertThat(shown.get(0).lifetime()).isEqualTo(Duration.ofMillis(lifetime));
        assertThat(shown.get(0).interval()).isEqualTo(Duration.ofMillis(interval));
    }

    @Test
    void address_withTheCodeInIt_isLeftOutIfItIsNoUrl() throws Exception {
        idp.server()
                .answer(
                        json(200, CODES.replace("https://idp/device?", "javascript:x?")),
                        Answer.token("t-1", Duration.ofMinutes(5)));

        login();

        assertThat(shown.get(0).verificationUriComplete()).isEmpty();
        assertThat(shown.get(0).verificationUri()).isEqualTo("https://idp/device");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'device_code':'d-1','device_code':'d-2'|the answer has a member twice",
                "'device_code':'d-1','user_code':'X'|verification_uri is missing",
                "'user_code':'X','verification_uri':'https://i'|device_code is missing",
                "'device_code':'d-1','user_code':'X','verification_uri':'javascript:x'|verification_uri 'javascript:x' is not an http(s) URL",
            })
    void answer_thatIsFaulty_isRefusedWithTheMember(String members, String fault) {
        idp.server().answer(json(200, members));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(this::login)
                .withMessage("no device code from " + idp.server().url("/device") + " (client 'orders'): HTTP 200, but "
                        + fault);
        assertThat(shown).isEmpty();
    }

    @Test
    void device_thatIsRefused_isToldAsTheServerSaysIt() {
        idp.server().answer(json(400, "'error':'unauthorized_client','error_description':'not for devices'"));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(this::login)
                .withMessage("no device code from " + idp.server().url("/device")
                        + " (client 'orders'): HTTP 400 unauthorized_client: not for devices");
    }

    @Test
    void endpoint_thatIsNotKnown_isAConfigurationError() throws Exception {
        TokenRequest request = TokenRequest.device(
                        dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), "orders")
                .build();

        assertThatExceptionOfType(TokenConfigurationException.class)
                .isThrownBy(() -> idp.client().login(request, shown::add))
                .withMessage("device_authorization_endpoint is missing");
    }

    private AccessToken login() throws Exception {
        TokenRequestBuilder request = TokenRequest.device(
                        dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), "orders")
                .deviceAuthorizationEndpoint(idp.server().url("/device"))
                .scope("openid");
        return idp.client().login(request.build(), shown::add);
    }

    private static Answer json(int status, String members) {
        return Answer.json(status, "{" + members.replace('\'', '"') + "}");
    }
}
