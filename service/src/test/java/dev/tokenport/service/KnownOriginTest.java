package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownOriginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.org/2",
                "https://api.example.org:443/2",
                "https://API.example.org/2?a=b",
                "https://user@api.example.org/2",
                "https://api.example.org/2#part",
                "http://api.example.org/2",
                "https://api.example.org:70000/2",
                "https://api.example.org:444/2",
                "ftp://api.example.org/2",
                "https:///2",
                "/2"
            })
    void fault_behindAGoodUrl_isThatOfTheRule(String url) {
        var known = new KnownOrigin(InsecureHttp.LOOPBACK_ONLY);
        assertThat(known.fault(URI.create("https://api.example.org/1"))).isEmpty();

        assertThat(known.fault(URI.create(url))).isEqualTo(Urls.fault(url, InsecureHttp.LOOPBACK_ONLY));
    }

    @ParameterizedTest
    @EnumSource(InsecureHttp.class)
    void fault_behindAFaultyUrl_isThatOfTheRule(InsecureHttp insecureHttp) {
        var known = new KnownOrigin(insecureHttp);
        String url = "http://api.example.org/1";

        assertThat(known.fault(URI.create(url))).isEqualTo(Urls.fault(url, insecureHttp));
        assertThat(known.fault(URI.create(url))).isEqualTo(Urls.fault(url, insecureHttp));
    }
}
