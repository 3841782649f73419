package dev.tokenport.service.template;

import dev.tokenport.service.template.Rendering.Piece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a URL of a rendering, in which a value can be no more than its place allows. */
final class UrlText {

    private final StringBuilder url = new StringBuilder();

    private UrlText() {}

    /**
     * The URL: a value at its very start is taken as it is, any other is percent-encoded.
     *
     * @throws IllegalArgumentException if a value would change the host or climb up the path; the message is a predicate
     */
    static String of(Rendering rendering) {
        var text = new UrlText();
        List<Piece> pieces = rendering.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Inserted value) {
                text.insert(
                        ValueWriter.characters(value.value()),
                        i == 0,
                        i + 1 < pieces.size() ? pieces.get(i + 1) : null);
            } else {
                text.url.append(((Piece.Literal) pieces.get(i)).text());
            }
        }
        text.checkSegments(rendering);
        return Percent.ascii(text.url.toString().strip());
    }

    private void insert(String value, boolean first, @Nullable Piece next) {
        if (first) {
            url.append(value);
            return;
        }
        if (inAuthority() && Character.isLetterOrDigit(url.charAt(url.length() - 1)) && endsAuthority(next)) {
            throw new IllegalArgumentException(
                    "has a value directly behind the host, which it would change; put a '/' between them");
        }
        url.append(Percent.encode(value));
    }

    /** Whether what comes next belongs to the host, port or user info. */
    private boolean inAuthority() {
        int slashes = url.indexOf("://");
        if (slashes < 0) {
            return false;
        }
        for (int i = slashes + 3; i < url.length(); i++) {
            if ("/?#".indexOf(url.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsAuthority(@Nullable Piece next) {
        return !(next instanceof Piece.Literal literal)
                || "/?#:".indexOf(literal.text().charAt(0)) >= 0;
    }

    /** A value is no reason to climb: servers remove dot segments before they look at the path. */
    private void checkSegments(Rendering rendering) {
        if (rendering.pieces().stream().skip(1).noneMatch(Piece.Inserted.class::isInstance)) {
            return;
        }
        int start = Math.max(0, url.indexOf("://") + 3);
        int end = url.indexOf("?", start) < 0 ? url.length() : url.indexOf("?", start);
        for (String segment : url.substring(start, end).split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(
                        "has the path segment '" + segment + "', which leads to another path");
            }
        }
    }
}
