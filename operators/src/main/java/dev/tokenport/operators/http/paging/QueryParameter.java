package dev.tokenport.operators.http.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** A parameter in the query of a URL; all else of the URL stays as it is, octet by octet. */
final class QueryParameter {

    private QueryParameter() {}

    /** The URL with this value of the parameter, in the place of any other. */
    static URI set(URI url, String name, String value) {
        List<String> pairs = new ArrayList<>();
        String query = url.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (!pair.isEmpty() && !isOf(pair, name)) {
                    pairs.add(pair);
                }
            }
        }
        pairs.add(encoded(name) + "=" + encoded(value));
        String text = url.toString();
        int end = text.indexOf('?') < 0 ? text.length() : text.indexOf('?');
        return URI.create(text.substring(0, end) + "?" + String.join("&", pairs));
    }

    private static boolean isOf(String pair, String name) {
        String raw = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(raw, UTF_8).equals(name);
        } catch (IllegalArgumentException e) {
            return raw.equals(name);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
