package dev.tokenport.silk.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.silkframework.entity.paths.Path;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.util.Uri;

/**
 * The names of columns, which are URIs in Silk: what is no URI is form-encoded there, as Silk's own readers of JSON and CSV do
 * it. Stateless.
 */
final class PathNames {

    private PathNames() {}

    /** The name of a path; of one with several steps, as Silk writes it. */
    static String name(Path path) {
        if (path.propertyUri().isEmpty()) {
            return path.normalizedSerialization();
        }
        String property = path.propertyUri().get().uri();
        return isAbsolute(property) ? property : decoded(property);
    }

    /** The path of a name. */
    static UntypedPath path(String name) {
        return UntypedPath.apply(new Uri(isAbsolute(name) ? name : URLEncoder.encode(name, UTF_8)));
    }

    private static boolean isAbsolute(String text) {
        if (text.indexOf(':') < 0) {
            return false;
        }
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            // Nobody has encoded it.
            return text;
        }
    }
}
