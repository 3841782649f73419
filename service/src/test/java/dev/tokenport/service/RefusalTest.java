package dev.tokenport.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Response;
import dev.tokenport.secret.Redactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class RefusalTest {

    private static final URI URL = URI.create("https://api.example.org/orders");

    private final Redactor redactor = new Redactor();

    @Test
    void challenge_withALongDescription_isCut() throws IOException {
        Refusal refusal =
                refusal("Bearer error=\"invalid_token\", error_description=\"" + "\\a".repeat(50_000) + "\"", "");

        assertThat(refusal.challenge().error()).isEqualTo("invalid_token");
        assertThat(refusal.explanation()).isEqualTo(" (invalid_token: " + "a".repeat(184) + "…)");
    }

    @Test
    void challenge_thatEchoesASecretWithOtherWhiteSpace_doesNotShowIt() throws IOException {
        redactor.add("correct horse");

        Refusal refusal = refusal("Bearer error=\"x\", error_description=\"correct\t\thorse\"", "correct \n horse");

        assertThat(refusal.explanation()).isEqualTo(" (x: ***): ***");
    }

    @Test
    void body_withControlCharactersOfBothSets_hasBlanksInTheirPlaces() throws IOException {
        Refusal refusal = refusal("", "a\u001b[2Jb\u009b2Jc\u0085d\u202ee");

        assertThat(refusal.explanation()).isEqualTo(": a [2Jb 2Jc d e");
    }

    private Refusal refusal(String challenge, String body) throws IOException {
        Headers headers = Headers.none().with("WWW-Authenticate", challenge);
        return Refusal.of(new Response(403, headers, new ByteArrayInputStream(body.getBytes(UTF_8))), URL, 0, redactor);
    }
}
