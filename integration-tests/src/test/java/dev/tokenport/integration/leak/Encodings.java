package dev.tokenport.integration.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text looks like where others write it down; made without the code that is tested. */
final class Encodings {

    static final String SEPARATOR = " , ";

    private static final String PUNCTUATION = "-._~";

    private Encodings() {}

    /** The whole text in each of its forms. */
    static Set<String> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        forms.add(json(text));
        forms.add(json(text).replace("/", "\\/"));
        forms.add(units(text, "\\u%04x"));
        forms.add(units(text, "\\u%04X"));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add(percent(text));
        forms.add(percent(text).toLowerCase(Locale.ROOT).equals(percent(text)) ? percent(text) : lowerHex(text));
        forms.add(html(text));
        forms.add(text.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()));
        forms.add(text.codePoints()
                .mapToObj(c -> "&#x" + Integer.toHexString(c) + ";")
                .collect(Collectors.joining()));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        base64().forEach(encoder -> forms.add(encoder.encodeToString(bytes).replace("=", "")));
        return forms;
    }

    /** What of the text is in Base64 of a longer one, by how many octets stand before it. */
    static Set<String> withinBase64(String text) {
        var forms = new LinkedHashSet<String>();
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("x".repeat(before) + text).getBytes(StandardCharsets.UTF_8);
            int known = bytes.length * 8 / 6;
            int begin = (before * 8 + 5) / 6;
            base64().forEach(encoder -> forms.add(encoder.encodeToString(bytes).substring(begin, known)));
        }
        return forms;
    }

    /** All of them, as an echo: those of Base64 in a longer text, too. */
    static String echo(String text) {
        var forms = of(text);
        for (String before : List.of("a:", "ab:", "abc:")) {
            byte[] bytes = (before + text + ":z").getBytes(StandardCharsets.UTF_8);
            base64().forEach(encoder -> forms.add(encoder.encodeToString(bytes)));
        }
        return String.join(SEPARATOR, forms);
    }

    static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String percent(String text) {
        return octets(text, "%%%02X");
    }

    private static String lowerHex(String text) {
        return octets(text, "%%%02x");
    }

    private static String octets(String text, String format) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, format, (int) c));
        }
        return encoded.toString();
    }

    private static String units(String text, String format) {
        return text.chars().mapToObj(c -> String.format(Locale.ROOT, format, c)).collect(Collectors.joining());
    }

    private static List<Base64.Encoder> base64() {
        return Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder());
    }
}
