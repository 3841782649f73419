package dev.tokenport.operators.http.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.WireAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code Link}: the target of the next page is what stands between brackets, whatever else is said of the link. */
final class LinkHeaderFuzzTest {

    @FuzzTest
    void header(byte[] input) throws Exception {
        List<String> headers = WireAnswer.of(input).headers().all("Link");

        Bounds.within(input, () -> {
            Optional<String> target = LinkHeader.target(headers, "next");

            target.ifPresent(found -> assertThat(String.join("\n", headers)).contains(found));
        });
    }

    /** A title may hold anything; the link behind it is found. */
    @FuzzTest
    void title(byte[] input) throws Exception {
        String title = new String(input, StandardCharsets.ISO_8859_1);
        String quoted = title.replace("\\", "\\\\").replace("\"", "\\\"");

        Bounds.within(
                input,
                () -> assertThat(LinkHeader.target(
                                List.of("</a>; rel=prev; title=\"" + quoted + "\", </b>;title=\"" + quoted
                                        + "\" ; rel=\"next\""),
                                "next"))
                        .contains("/b"));
    }

    /** A cursor goes into the query as one parameter, and the rest of the URL stays. */
    @FuzzTest
    void cursor(byte[] input) throws Exception {
        String cursor = new String(input, StandardCharsets.UTF_8);

        Bounds.within(input, () -> {
            URI url = QueryParameter.set(URI.create("https://api.example.org/a?x=1&c=0&y=%20"), "c", cursor);

            assertThat(url.getRawPath()).isEqualTo("/a");
            assertThat(url.getRawQuery()).startsWith("x=1&y=%20&c=");
            assertThat(url.getRawQuery().split("&", -1)).hasSize(3);
        });
    }
}
