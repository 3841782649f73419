package dev.tokenport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** URLs that a server wrote, as in {@code Location}: absolute, without fragment, and resolved again the same; or none. */
final class UrlReferenceFuzzTest {

    private static final List<URI> BASES = List.of(
            URI.create("https://api.example.org/v1/orders?page=1"),
            URI.create("https://api.example.org"),
            URI.create("http://[::1]:8080/a/b/"));

    @FuzzTest
    void reference(byte[] input) throws Exception {
        String text = Canary.placed(input);

        Bounds.within(input, () -> {
            for (URI base : BASES) {
                check(base, UrlReference.inData(base, text));
                check(base, UrlReference.inHeader(base, text));
            }
        });
    }

    private static void check(URI base, Optional<URI> resolved) {
        if (resolved.isEmpty()) {
            return;
        }
        URI url = resolved.get();
        assertThat(url.isAbsolute()).isTrue();
        assertThat(url.getRawFragment()).isNull();
        assertThat(url.toString()).matches("[!-~]+");
        assertThat(UrlReference.inData(base, url.toString())).contains(url);
        assertThat(UrlReference.inHeader(base, url.toString())).contains(url);
        Messages.fit(Urls.origin(url));
        Urls.sameOrigin(base, url);
    }

    @FuzzTest
    void url(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            Optional<String> fault = Urls.fault(text, Urls.InsecureHttp.LOOPBACK_ONLY);

            fault.ifPresent(Messages::fitForPlace);
            if (fault.isEmpty()) {
                URI url = new URI(text);
                assertThat(url.getRawUserInfo()).isNull();
                assertThat(url.getHost()).isNotBlank();
                assertThat(url.getScheme().equalsIgnoreCase("https") || Urls.isLoopback(url))
                        .isTrue();
                Messages.fitForPlace(Urls.shown(url));
            }
        });
    }

    /** A password that stands in a URL is not shown, whatever stands around it. */
    @FuzzTest
    void userInfo(byte[] input) throws Exception {
        String text = new String(input, UTF_8).replace("@", "");

        Bounds.within(input, () -> {
            for (String url : List.of("https://u:p4ssw0rd" + text + "@host/", "https://" + text + ":p4ssw0rd@host/")) {
                Urls.fault(url, Urls.InsecureHttp.ALLOWED)
                        .ifPresent(fault -> assertThat(fault).doesNotContain("p4ssw0rd"));
            }
        });
    }
}
