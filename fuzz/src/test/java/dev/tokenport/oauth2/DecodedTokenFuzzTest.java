package dev.tokenport.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What a token says of itself, shown: the same JSON that stands in it, which no terminal obeys; or why it is none. */
final class DecodedTokenFuzzTest {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    @FuzzTest
    void token(byte[] input) throws Exception {
        String token = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                shown(DecodedToken.of(token));
            } catch (IllegalArgumentException e) {
                refused(e, token);
            }
        });
    }

    /** The header stands before the first empty line, the claims behind it. */
    @FuzzTest
    void parts(byte[] input) throws Exception {
        String[] parts = new String(input, UTF_8).split("\n\n", 2);
        String claims = parts.length < 2 ? "{}" : parts[1];
        String token = encoded(parts[0]) + "." + encoded(claims) + ".c2lnbmF0dXJl";

        Bounds.within(input, () -> {
            try {
                DecodedToken decoded = DecodedToken.of(token);

                shown(decoded);
                assertThat(decoded.json()).doesNotContain("c2lnbmF0dXJl");
                AnswerBody object = JsonObjectReader.read(decoded.json());
                assertThat(events(object.member("header").orElseThrow().text())).isEqualTo(events(parts[0]));
                assertThat(object.member("verified").map(Member::text)).contains("false");
                if (object.members().containsKey("claims")) {
                    assertThat(events(object.member("claims").orElseThrow().text()))
                            .isEqualTo(events(claims));
                }
            } catch (IllegalArgumentException e) {
                refused(e, token);
            }
        });
    }

    private static void shown(DecodedToken decoded) {
        assertThat(decoded.json()).startsWith("{\n").endsWith("\n}");
        decoded.json().lines().forEach(line -> Messages.fitForPlace(line));
        assertThat(events(decoded.json())).isNotEmpty();
    }

    private static void refused(IllegalArgumentException e, String token) {
        Messages.fit(e);
        if (token.length() > 12) {
            assertThat(e.getMessage()).doesNotContain(token);
        }
    }

    /** The tokens of a JSON text, with their values. */
    private static List<String> events(String json) {
        var events = new ArrayList<String>();
        try (JsonParser parser = JSON.createParser(
                ObjectReadContext.empty(), json.replace("\uFEFF", "").strip())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                events.add(token + " " + parser.getString());
            }
        }
        return events;
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8));
    }
}
