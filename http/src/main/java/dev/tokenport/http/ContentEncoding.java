package dev.tokenport.http;

import java.util.Locale;

/** How a body is compressed (RFC 9110 §8.4). */
enum ContentEncoding {
    IDENTITY,
    GZIP,
    OTHER;

    static ContentEncoding of(String header) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default -> OTHER;
        };
    }
}
