package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Urls.InsecureHttp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://idp.example.org/token",
                "HTTPS://IDP.example.org:8443/token?tenant=a",
                "https://idp.example.org",
                "https://10.0.0.1/",
                "https://[2001:db8::1]:443/x",
                "http://localhost:8080/",
                "http://idp.localhost/",
                "http://LOCALHOST./",
                "http://idp.localhost.:80/",
                "http://127.0.0.1/",
                "http://127.255.255.254/",
                "http://[::1]:8080/"
            })
    void url_inOrder_hasNoFault(String url) {
        assertThat(Urls.fault(url, InsecureHttp.LOOPBACK_ONLY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "htp://x|'htp://x' is not an http(s) URL",
                "``|'' is not an http(s) URL",
                "idp.example.org/token|'idp.example.org/token' is not an http(s) URL",
                "ftp://u:pw@host/x?k=s|'ftp://***@host/x' is not an http(s) URL",
                "https:/idp|'https:/idp' is not an http(s) URL",
                "https://|'https://' has no host",
                "https:///token|'https:///token' has no host",
                "https://:443/|'https://:443/' has no host",
                "https://?x=secret|'https://' has no host",
                "https://a b/?q=s|'https://a b/' has a blank in it",
                "` https://idp/x`|' https://idp/x' has a blank in it",
                "`https://idp/x\u00a0`|'https://idp/x\u00a0' has a blank in it",
                "https://u:p@idp/x|'https://***@idp/x' has user info in it; no credential ever stands in a URL"
                        + " (RFC 6749 §2.3.1)",
                "https://u:p@@idp/x?p=q|'https://***@idp/x' has user info in it; no credential ever stands in a URL"
                        + " (RFC 6749 §2.3.1)",
                "https://@idp/x|'https://***@idp/x' has user info in it; no credential ever stands in a URL"
                        + " (RFC 6749 §2.3.1)",
                "u:p@idp/x|'***@idp/x' is not an http(s) URL",
                "https://u:p/w@idp/x|'https://***@idp/x' has a host name that a URL cannot have (letters, digits, '-' and"
                        + " '.'; other scripts as xn--…)",
                "https://u:p#w@idp/x|'https://***@idp/x' has a fragment; leave out the '#' and what follows it",
                "http://127.1/|'http://127.1/' has a host name that a URL cannot have (letters, digits, '-' and"
                        + " '.'; other scripts as xn--…)",
                "https://idp/x#secret|'https://idp/x' has a fragment; leave out the '#' and what follows it",
                "https://idp/{x}|'https://idp/{x}' is not a valid URL: Illegal character in path",
                "https://idp:port/|'https://idp:port/' has a host name that a URL cannot have (letters, digits, '-' and"
                        + " '.'; other scripts as xn--…)",
                "https://my_idp/|'https://my_idp/' has a host name that a URL cannot have (letters, digits, '-' and"
                        + " '.'; other scripts as xn--…)",
                "https://idp:70000/|'https://idp:70000/' has a port that is not between 1 and 65535",
                "https://idp:0/|'https://idp:0/' has a port that is not between 1 and 65535"
            })
    void url_faulty_isExplained(String url, String fault) {
        assertThat(Urls.fault(url, InsecureHttp.ALLOWED)).contains(fault);
        assertThat(Urls.fault(url, InsecureHttp.LOOPBACK_ONLY)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://idp.example.org/",
                "http://localhost.example.org/",
                "http://127.0.0.1.example.org/",
                "http://128.0.0.1/",
                "http://0.0.0.0/",
                "http://192.168.0.1/",
                "http://notlocalhost/",
                "http://[::2]/",
                "http://[::ffff:127.0.0.1]/"
            })
    void plainHttp_toAFarHost_isRefusedUnlessAllowed(String url) {
        assertThat(Urls.fault(url, InsecureHttp.LOOPBACK_ONLY))
                .contains("'" + url + "' is plain http to a far host, where everyone on the way can read the"
                        + " credentials; use https, or set allow_insecure_http");
        assertThat(Urls.fault(url, InsecureHttp.ALLOWED)).isEmpty();
    }

    @Test
    void url_shown_hidesUserInfoQueryAndFragment() {
        assertThat(Urls.shown(URI.create("https://u:p@idp.example.org:8443/token?key=s#t")))
                .isEqualTo("https://***@idp.example.org:8443/token");
        assertThat(Urls.shown(URI.create("https://idp.example.org?key=s"))).isEqualTo("https://idp.example.org");
        assertThat(Urls.shown(URI.create("https://idp/a@b"))).isEqualTo("https://idp/a@b");
    }

    @Test
    void url_origin_isSchemeHostAndPort() {
        assertThat(Urls.origin(URI.create("HTTPS://u:p@IDP.example.org:8443/token?a#b")))
                .isEqualTo("https://idp.example.org:8443");
        assertThat(Urls.origin(URI.create("https://idp.example.org/x"))).isEqualTo("https://idp.example.org");
        assertThat(Urls.origin(URI.create("/relative"))).isEqualTo("a URL without a host");
    }

    @Test
    void fault_ofAUrlWithControlCharactersOfBothSets_isOneLine() {
        assertThat(Urls.fault("https://h/\u009b2J\u001b", Urls.InsecureHttp.ALLOWED))
                .contains("'https://h/\ufffd2J\ufffd' is not a valid URL: Illegal character in path");
    }
}
