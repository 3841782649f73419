package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.MetadataCache;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long what an issuer has told is used without asking it again. */
final class MetadataKeptTest {

    private final IssuerPlaces idp = new IssuerPlaces();

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void metadata_ofAnHour_isAskedForOnceForAllClients() throws Exception {
        idp.put("/.well-known/openid-configuration", idp.document("", ""));
        var metadata = new MetadataCache(idp.time());
        for (int i = 0; i < 3; i++) {
            idp.clientBuilder().metadata(metadata).build().fetch(idp.request(""));
        }
        long within = idp.discoveries();

        idp.time().advance(Duration.ofMinutes(61));
        idp.clientBuilder().metadata(metadata).build().fetch(idp.request(""));

        assertThat(within).isEqualTo(1);
        assertThat(idp.discoveries()).isEqualTo(2);
    }

    @Test
    void metadata_thatCannotBeRenewed_isUsedAsItWas() throws Exception {
        idp.put("/.well-known/openid-configuration", idp.document("", ""));
        var client = idp.client();
        client.fetch(idp.request(""));
        idp.reset();

        idp.time().advance(Duration.ofMinutes(61));
        String token = client.fetch(idp.request("")).value().reveal();

        assertThat(token).isEqualTo("t-1");
    }

    @Test
    void issuer_thatKeepsOneWaiting_leavesHalfOfTheTimeToTheTokenRequest() throws Exception {
        idp.put("/.well-known/openid-configuration", idp.document("", ""));
        var client = idp.client();
        client.fetch(idp.request(""));
        idp.time().advance(Duration.ofMinutes(61));
        Answer later = Answer.status(503).with("Retry-After", "25");
        idp.server().answer(later, later, Answer.status(503).with("Retry-After", "20"), IssuerPlaces.TOKEN);

        String token = client.fetch(idp.request("")).value().reveal();

        assertThat(token).isEqualTo("t-1");
        assertThat(idp.server().requests().stream().skip(2).map(RecordedRequest::method))
                .containsExactly("GET", "GET", "POST", "POST");
    }

    @Test
    void tokenEndpoint_thatIsGone_isLookedUpAnew() throws Exception {
        idp.put("/.well-known/openid-configuration", idp.document("", ""));
        var client = idp.client();
        client.fetch(idp.request(""));
        idp.put("/endpoint", Answer.status(404));
        assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(() -> client.fetch(idp.request("")));
        idp.put("/endpoint", IssuerPlaces.TOKEN);

        client.fetch(idp.request(""));

        assertThat(idp.discoveries()).isEqualTo(2);
    }
}
