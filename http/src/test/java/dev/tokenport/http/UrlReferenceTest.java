package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlReferenceTest {

    private static final URI BASE = URI.create("https://api.example.org/v1/orders?page=1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://other.example.org/x?y=1#z | https://other.example.org/x?y=1",
                "//other.example.org/x | https://other.example.org/x",
                "/x | https://api.example.org/x",
                "items/2 | https://api.example.org/v1/items/2",
                "../x | https://api.example.org/x",
                "../../../x?a | https://api.example.org/x?a",
                "../../.. | https://api.example.org/",
                "?page=2 | https://api.example.org/v1/orders?page=2",
                "?page=2#top | https://api.example.org/v1/orders?page=2",
                "'' | https://api.example.org/v1/orders?page=1",
                "#top | https://api.example.org/v1/orders?page=1",
                "'  /a b|c  ' | https://api.example.org/a%20b%7Cc",
                "/x?q=100%&r=%41 | https://api.example.org/x?q=100%25&r=%41",
                "/x?q=\"<>\"&a[]=1 | https://api.example.org/x?q=%22%3C%3E%22&a[]=1",
            })
    void inData_reference_isResolvedAsRfc3986Says(String reference, String url) {
        assertThat(UrlReference.inData(BASE, reference)).contains(URI.create(url));
    }

    @Test
    void resolve_otherCharacters_keepTheOctets() {
        assertThat(UrlReference.inData(BASE, "/ü")).contains(URI.create("https://api.example.org/%C3%BC"));
        assertThat(UrlReference.inHeader(BASE, "/\u00c3\u00bc")).contains(URI.create("https://api.example.org/%C3%BC"));
    }

    @Test
    void resolve_againstAHostAlone_hasAPath() {
        URI host = URI.create("https://api.example.org");

        assertThat(UrlReference.inData(host, "x")).contains(URI.create("https://api.example.org/x"));
        assertThat(UrlReference.inData(host, "?a")).contains(URI.create("https://api.example.org/?a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", ":", "1:2"})
    void inData_noUrl_isEmpty(String text) {
        assertThat(UrlReference.inData(BASE, text)).isEmpty();
    }
}
