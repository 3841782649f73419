package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {

    private static final String AWKWARD = "p%a:s+s&w=o/r d~*-._\"\\ä€😀";

    private final Redactor redactor = new Redactor();

    @Test
    void secret_raw_isReplaced() {
        redactor.add("hunter2");

        assertThat(redactor.redact("password=hunter2, again hunter2")).isEqualTo("password=***, again ***");
    }

    @Test
    void text_withoutSecret_isTheSame() {
        redactor.add("hunter2");

        assertThat(redactor.redact("100 % + \\ & nothing to see")).isEqualTo("100 % + \\ & nothing to see");
    }

    @Test
    void secret_inEveryEncoding_isReplaced() {
        redactor.add(AWKWARD);

        List<String> forms = List.of(
                AWKWARD,
                "p%a:s+s&w=o/r d~*-._\\\"\\\\ä€😀",
                "p%a:s+s&w=o\\/r d~*-._\\\"\\\\\\u00e4\\u20AC\\ud83d\\uDE00",
                URLEncoder.encode(AWKWARD, StandardCharsets.UTF_8),
                "p%25a%3As%2Bs%26w%3Do%2Fr%20d~%2A-._%22%5C%C3%A4%E2%82%AC%F0%9F%98%80",
                "p%25a%3as%2bs%26w%3do%2fr%20d%7e*%2d%2e%5f%22%5c%c3%a4%e2%82%ac%f0%9f%98%80",
                "p%25a%3As%2bs%26w%3do%2Fr+d%7E%2a-._%22%5c%C3%a4%E2%82%aC%F0%9f%98%80",
                "p%25a:s+s&w=o/r%20d~*-._%22%5C%C3%A4%E2%82%AC%F0%9F%98%80",
                "p%a:s+s&amp;w=o/r d~*-._&quot;\\&#xE4;&#8364;&#128512;",
                Base64.getEncoder().encodeToString(AWKWARD.getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(AWKWARD.getBytes(StandardCharsets.UTF_8)));
        for (String form : forms) {
            assertThat(redactor.redact("<" + form + ">")).as(form).isEqualTo("<***>");
        }
    }

    @Test
    void secret_inBase64_isReplacedWithAndWithoutPadding() {
        redactor.add("?>?>?~~\u00ff\u00ff!");
        byte[] bytes = "?>?>?~~\u00ff\u00ff!".getBytes(StandardCharsets.UTF_8);
        String standard = Base64.getEncoder().encodeToString(bytes);
        String url = Base64.getUrlEncoder().encodeToString(bytes);

        assertThat(standard).contains("/").isNotEqualTo(url);
        assertThat(redactor.redact(standard + " " + url)).isEqualTo("*** ***");
        assertThat(redactor.redact(standard.replace("=", "") + " " + url.replace("=", "")))
                .isEqualTo("*** ***");
        assertThat(redactor.redact(URLEncoder.encode(standard, StandardCharsets.UTF_8) + "&"))
                .isEqualTo("***&");
        assertThat(redactor.redact(standard.replace("/", "\\/"))).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pw", "a pw b", "=pw&", "\"pw\"", "x%20pw%3d", "x%0Apw", "\\npw\\n", "x+pw", "pw\\u000a"})
    void secretUnderFourCharacters_asWholeWord_isReplaced(String text) {
        redactor.add("pw");

        assertThat(redactor.redact(text)).isEqualTo(text.replace("pw", "***"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pwd", "xpw", "pw_1", "%41pw", "\\u0041pw", "apwz"})
    void secretUnderFourCharacters_insideAWord_isLeft(String text) {
        redactor.add("pw");

        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void secretUnderFourCharacters_inBase64_isReplacedAsWholeWordOnly() {
        redactor.add("abc");

        assertThat(redactor.redact("Basic YWJj, YWJjZGVm")).isEqualTo("Basic ***, YWJjZGVm");
    }

    @Test
    void secretOfFourCharacters_insideAWord_isReplaced() {
        redactor.add("abcd");

        assertThat(redactor.redact("xabcdx")).isEqualTo("x***x");
    }

    @Test
    void secrets_oneInsideTheOther_longestIsReplaced() {
        redactor.add("secret");
        redactor.add("secret-two");

        assertThat(redactor.redact("secret-two secret")).isEqualTo("*** ***");
    }

    @Test
    void secrets_overlapping_areReplacedTogether() {
        redactor.add("abcdef");
        redactor.add("defghi");

        assertThat(redactor.redact("<abcdefghi>")).isEqualTo("<***>");
    }

    @Test
    void secrets_sideBySide_areReplacedEach() {
        redactor.add("abcd");
        redactor.add("efgh");

        assertThat(redactor.redact("abcdefgh")).isEqualTo("******");
    }

    @Test
    void secretOfSeveralLines_itsLines_areLeft() {
        redactor.add("first line\nsecond line");

        assertThat(redactor.redact("first line")).isEqualTo("first line");
        assertThat(redactor.redact("first line\nsecond line")).isEqualTo("***");
        assertThat(redactor.redact("\"first line\\nsecond line\"")).isEqualTo("\"***\"");
    }

    @Test
    void blankSecret_isIgnored() {
        redactor.add("");
        redactor.add("  ");

        assertThat(redactor.redact("a  b")).isEqualTo("a  b");
    }

    @Test
    void secretOfAsterisks_isReplacedOnce() {
        redactor.add("****");

        assertThat(redactor.redact("****")).isEqualTo("***");
    }

    @Test
    void text_withBrokenEncoding_isReadToItsEnd() {
        redactor.add("%%%%");

        assertThat(redactor.redact("%%%% %4 %GG % \\ \\u00 \\u &#x; &#99999999; &"))
                .isEqualTo("*** %4 %GG % \\ \\u00 \\u &#x; &#99999999; &");
    }

    @Test
    void longText_isRedactedBeforeItIsCut() {
        redactor.add("hunter2hunter2");

        assertThat(redactor.redact("pw hunter2hunter2 and more", 8)).isEqualTo("pw *** …");
        assertThat(redactor.redact("pw hunter2hunter2", 6)).isEqualTo("pw ***");
        assertThat(redactor.redact("😀😀😀", 4)).isEqualTo("😀…");
        assertThatThrownBy(() -> redactor.redact("x", 0)).hasMessage("length 0 is less than 1");
    }

    @Test
    void manySecrets_inALongText_areAllReplaced() {
        IntStream.range(0, 1000).forEach(i -> redactor.add("token-number-" + i + "!"));
        var text = new StringBuilder();
        var redacted = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("at ")
                    .append(i)
                    .append(" token-number-")
                    .append(i % 1000)
                    .append("! and so on\n");
            redacted.append("at ").append(i).append(" *** and so on\n");
        }

        assertThat(redactor.redact(text.toString())).isEqualTo(redacted.toString());
    }

    @Test
    void redactor_usedByManyThreads_losesNothing() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> tasks = IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(i -> () -> {
                        redactor.add("thread-secret-" + i + ".");
                        return redactor.redact("thread-secret-" + i + ".");
                    })
                    .toList();

            for (var result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo("***");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** A server that knows a token can send it back in a text that nearly repeats it at each of its characters. */
    @Test
    @Timeout(20)
    void longSecret_inALongTextThatNearlyRepeatsIt_isReplacedInTime() {
        String secret = "a".repeat(60_000);
        redactor.add(secret + "b");

        assertThat(redactor.redact(secret + "c%5C\\&;+")).isEqualTo("***c%5C\\&;+");
        assertThat(redactor.redact("x" + secret + "by")).isEqualTo("x***y");
    }

    @Test
    void longSecret_inEveryEncoding_isReplacedAsOne() {
        String secret = AWKWARD.repeat(40);
        redactor.add(secret);

        assertThat(redactor.redact("<" + secret + ">")).isEqualTo("<***>");
        assertThat(redactor.redact("<" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + ">"))
                .isEqualTo("<***>");
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(redactor.redact("<" + base64 + ">")).isEqualTo("<***>");
    }

    @Test
    void secretOfSeveralLines_onOneLine_isReplaced() {
        redactor.add("one\ntwo\u0007three");

        assertThat(redactor.redact("<" + OneLine.of("one\ntwo\u0007three") + ">"))
                .isEqualTo("<***>");
    }
}
