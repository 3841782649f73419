package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTest {

    private static final URI URL = URI.create("https://u:pw@idp.example.org/token?key=hunter2");

    @Test
    void request_printed_showsNoSecret() {
        var headers = Headers.none().with("Authorization", "Bearer hunter2");
        var request = new Request("POST", URL, headers, "secret=hunter2".getBytes(StandardCharsets.UTF_8));

        assertThat(request).hasToString("POST https://***@idp.example.org/token");
        assertThat(headers).hasToString("Headers[fields=[Authorization]]");
    }

    @Test
    void request_body_cannotBeChanged() throws Exception {
        byte[] body = {1, 2};
        var request = new Request("POST", URL, Headers.none(), body);
        body[0] = 9;

        assertThat(request.body().length()).isEqualTo(2);
        assertThat(request.body().open().readAllBytes()).containsExactly(1, 2);
        assertThat(request.body().open().readAllBytes()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "CONNECTION", "Expect", "Upgrade"})
    void headerOfTheConnection_isRefused(String name) {
        var headers = Headers.none().with(name, "x");

        assertThatThrownBy(() -> Request.of("GET", URL, headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header '" + name + "' cannot be set: it belongs to the connection");
    }

    @Test
    void headerValue_notAscii_isRefusedWithoutRepeatingIt() {
        var headers = Headers.none().with("Authorization", "Bearer hünter2");

        assertThatThrownBy(() -> Request.of("GET", URL, headers))
                .hasMessage("the value of header 'Authorization' has a character that is not ASCII (RFC 9110 §5.5)");
    }

    @Test
    void headerValue_withLineBreak_isRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> Headers.none().with("Authorization", "Bearer hunter2\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header 'Authorization' has a line break or control character in it");
    }

    @Test
    void headerName_notAToken_isRefused() {
        assertThatThrownBy(() -> Headers.none().with("X Y", "z"))
                .hasMessage("'X Y' is not a header name (RFC 9110 §5.1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GE T", "CONNECT", "GET\r\nX: y"})
    void method_impossible_isRefused(String method) {
        assertThatThrownBy(() -> Request.of(method, URL, Headers.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + Shown.line(method) + "' is not a method to send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative", "ftp://idp/x", "https:///x", "mailto:a@b"})
    void url_notHttp_isRefused(String url) {
        assertThatThrownBy(() -> Request.of("GET", URI.create(url), Headers.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + url + "' is not an http(s) URL");
    }

    @Test
    void headers_compareNamesWithoutCase() {
        var headers = Headers.none().with("A", "1").with("b", "2").with("a", "3");

        assertThat(headers.first("a")).contains("1");
        assertThat(headers.all("a")).containsExactly("1", "3");
        assertThat(headers.contains("B")).isTrue();
        assertThat(headers.without("A")).isEqualTo(Headers.none().with("b", "2"));
    }
}
