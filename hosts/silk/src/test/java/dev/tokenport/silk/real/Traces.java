package dev.tokenport.silk.real;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Finds a secret in what others see, in the forms in which it is written down. Stateless. */
final class Traces {

    private Traces() {}

    /** The forms of a secret that stand in a text. */
    static List<String> of(String secret, String text) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(bytes),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .filter(text::contains)
                .distinct()
                .toList();
    }
}
