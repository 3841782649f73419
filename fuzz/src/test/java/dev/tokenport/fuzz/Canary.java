package dev.tokenport.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A secret that must never be shown, and the forms in which a server may echo it. An input holds it as {@code @0} to
 * {@code @9}, one form each, so that a fuzzer can put it wherever it likes. Immutable.
 */
public final class Canary {

    /** The canary. It has characters that every encoding writes differently. */
    public static final String TEXT = "Kanari/42 \"gélb\"+&<s3>";

    private static final List<String> FORMS = forms(TEXT);
    private static final Pattern MARK = Pattern.compile("@([0-9])");

    private Canary() {}

    /** The forms of any secret, as the JDK's own encoders write them. */
    public static List<String> forms(String secret) {
        String form = URLEncoder.encode(secret, UTF_8);
        String percent = form.replace("+", "%20");
        String url = Base64.getUrlEncoder().encodeToString(secret.getBytes(UTF_8));
        return List.of(
                secret,
                json(secret),
                escapedJson(secret),
                form,
                percent,
                percent.toLowerCase(Locale.ROOT).equals(percent) ? percent : lowerHex(percent),
                html(secret),
                base64(secret),
                url,
                url.replace("=", ""));
    }

    /** The text of an input, with the canary where its marks are. */
    public static String placed(byte[] input) {
        return placed(new String(input, UTF_8), FORMS);
    }

    /** A text with one of ten forms where its marks are. */
    public static String placed(String text, List<String> forms) {
        var matcher = MARK.matcher(text);
        var placed = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(placed, "");
            placed.append(forms.get(Integer.parseInt(matcher.group(1))));
        }
        return matcher.appendTail(placed).toString();
    }

    /** An input with the canary where its marks are. */
    public static byte[] bytes(byte[] input) {
        String octets = new String(input, ISO_8859_1);
        return MARK.matcher(octets).find()
                ? placed(octets, FORMS.stream().map(Canary::octets).toList()).getBytes(ISO_8859_1)
                : input;
    }

    /** Whether a text holds the canary in any form, told by decoders and not by what a redactor looks for. */
    public static boolean isIn(String text) {
        return FORMS.stream().anyMatch(text::contains)
                || decoded(text).contains(TEXT)
                || text.replaceAll("\\s+", " ").contains(TEXT);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private static String escapedJson(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(
                    c == '/'
                            ? "\\/"
                            : Character.isLetterOrDigit(c) && c < 0x80 ? "" + c : String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }

    private static String lowerHex(String percent) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(percent)
                .replaceAll(octet -> octet.group().toLowerCase(Locale.ROOT));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
