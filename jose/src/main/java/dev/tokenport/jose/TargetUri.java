package dev.tokenport.jose;

import java.net.URI;
import java.util.Locale;

/** A request's URL as it stands in a proof: without query and fragment (RFC 9449 §4.2), normalised (RFC 3986 §6.2). */
final class TargetUri {

    private TargetUri() {}

    static String of(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean standard = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        // The path is left as it goes over the wire: a server that does not normalise sees it so.
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (standard ? "" : ":" + url.getPort()) + path;
    }
}
