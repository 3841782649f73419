package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.Urls.InsecureHttp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTest {

    private static final KnownOrigin KNOWN = new KnownOrigin(InsecureHttp.ALLOWED);
    private static final URI HOME = URI.create("https://api.example.org/a?secret=1");
    private static final Headers COMMON = Headers.none().with("Accept", "application/json");
    private static final Headers SECRET = COMMON.with("X-Api-Key", "hidden");

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.org/b", "https://API.example.org:443/b", "HTTPS://api.example.org/b"})
    void redirect_withinTheOrigin_staysHome(String target) throws Exception {
        Route route = home(SECRET).along(to(target), true, KNOWN);

        assertThat(route.home()).isTrue();
        assertThat(route.request().headers()).isEqualTo(SECRET);
        assertThat(route.request().url()).isEqualTo(URI.create(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.org:8443/b",
                "https://api.example.org./b",
                "https://api.example.org.evil.example/b",
                "https://example.org/b",
            })
    void redirect_toAnotherOrigin_leavesSecretsBehindForGood(String target) throws Exception {
        Route abroad = home(SECRET).along(to(target), true, KNOWN);
        Route back = abroad.along(to(HOME.toString()), true, KNOWN);

        assertThat(abroad.home()).isFalse();
        assertThat(abroad.request().headers()).isEqualTo(COMMON);
        assertThat(back.home()).isFalse();
        assertThat(back.request().headers()).isEqualTo(COMMON);
    }

    @Test
    void redirect_fromHttpsToHttp_isRefusedWithAnySecret() throws Exception {
        Redirect plain = to("http://api.example.org/b?secret=2");
        String message =
                "GET https://api.example.org/a answered 302: the redirect leads to http://api.example.org, which"
                        + " is plain http, while the request began with https and has secrets";

        assertThatThrownBy(() -> home(SECRET).along(plain, false, KNOWN)).hasMessage(message);
        assertThatThrownBy(() -> home(COMMON).along(plain, true, KNOWN)).hasMessage(message);
        assertThat(home(COMMON).along(plain, false, KNOWN).home()).isFalse();
    }

    @Test
    void request_thatStartsAbroad_hasNoSecrets() throws Exception {
        Route route = Route.of(Request.of("GET", URI.create("https://other.example.org/2"), SECRET), HOME, true, KNOWN);

        assertThat(route.home()).isFalse();
        assertThat(route.request().headers()).isEqualTo(COMMON);
        assertThatThrownBy(() -> Route.of(
                        Request.of("GET", URI.create("http://other.example.org/2"), SECRET), HOME, true, KNOWN))
                .isInstanceOf(EntityException.class)
                .hasMessage(
                        "GET http://other.example.org/2: its URL leads to http://other.example.org, which is plain http,"
                                + " while the request began with https and has secrets");
    }

    @Test
    void redirect_ofAGetWithABody_isNotSentAbroad() throws Exception {
        var request = new Request("GET", HOME, COMMON, new byte[] {1});
        Route route = Route.of(request, HOME, false, KNOWN);

        assertThat(route.along(to("https://api.example.org/b"), false, KNOWN)
                        .request()
                        .body()
                        .length())
                .isEqualTo(1);
        assertThatThrownBy(() -> route.along(to("https://other.example.org/b"), false, KNOWN))
                .hasMessage(
                        "GET https://api.example.org/a answered 302: the redirect leads to https://other.example.org,"
                                + " another origin, to which the body of the request is not sent");
    }

    private static Route home(Headers headers) throws EntityException {
        return Route.of(Request.of("GET", HOME, headers), HOME, true, KNOWN);
    }

    private static Redirect to(String target) {
        return new Redirect(302, URI.create(target));
    }
}
