package dev.tokenport.cmem.mapping;

import dev.tokenport.secret.ReferencingText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tasks have in common that send HTTP requests. */
final class HttpRules {

    static final String HEADERS = "`headers`";

    /** The rules for these parameters. */
    static final List<Rule> RULES = List.of(
            Rule.same("accept", ""),
            Rule.joined("requestTimeout", "10000", "`timeout`, which covers all attempts"),
            Rule.ignored("connectionTimeout", "5000", "`timeout` covers the whole request"),
            Rule.ignored("readTimeout", "10000", "`timeout` covers the whole request"),
            Rule.joined("httpHeaders", "", HEADERS),
            Rule.joined("authorizationHeader", "", HEADERS),
            Rule.joined("authorizationHeaderValue", "", HEADERS));

    private HttpRules() {}

    /** Puts headers and the time-out. */
    static void join(TaskValues values, Target target, int attempts) {
        Duration timeout = Duration.ofMillis(values.count("requestTimeout")).multipliedBy(attempts);
        if (timeout.isZero()) {
            values.fault("requestTimeout", "'0' is no time");
        }
        target.put("timeout", timeout.toString(), values.position("requestTimeout"));
        Map<String, ReferencingText> headers = lines(values);
        String header = values.plain("authorizationHeader").strip();
        if (!header.isEmpty()
                && !values.text("authorizationHeaderValue").parts().isEmpty()) {
            if (names(headers).contains(header.toLowerCase(Locale.ROOT))) {
                values.fault("authorizationHeader", "'" + header + "' stands in httpHeaders, too; leave out one");
            }
            headers.put(header, Conversion.AS_TEMPLATE.convert(values.password("authorizationHeaderValue")));
        }
        target.put("headers", headers, values.position("httpHeaders"));
    }

    /** A header whose value a config port delivers is one entry of our headers. */
    static Map<String, String> renamings(TaskValues values, Target target) {
        String header = values.plain("authorizationHeader").strip();
        return !header.isEmpty() && target.has("headers-" + header)
                ? Map.of("authorizationHeaderValue", "headers-" + header)
                : Map.of();
    }

    private static Map<String, ReferencingText> lines(TaskValues values) {
        Map<String, ReferencingText> headers = new LinkedHashMap<>();
        for (String line : values.plain("httpHeaders").lines().toList()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (line.isBlank()) {
                continue;
            }
            if (name.isEmpty()) {
                values.fault("httpHeaders", "has a line that is not 'Name: value'");
            } else if (names(headers).contains(name.toLowerCase(Locale.ROOT))) {
                values.fault("httpHeaders", "has '" + name + "' twice");
            } else {
                String text = line.substring(colon + 1).strip();
                headers.put(name, Conversion.AS_TEMPLATE.convert(ReferencingText.literal(text)));
            }
        }
        return headers;
    }

    private static List<String> names(Map<String, ReferencingText> headers) {
        return headers.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }
}
