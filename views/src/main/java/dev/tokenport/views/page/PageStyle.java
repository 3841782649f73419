package dev.tokenport.views.page;

import dev.tokenport.views.graph.Stylesheet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How pages look, and what they may do: show themselves, with this one style sheet. */
final class PageStyle {

    /** The style sheet, exactly as it stands in the page. */
    static final String CSS = "\n" + Stylesheet.GRAPH + Stylesheet.read(PageStyle.class, "page.css");

    /** The Content-Security-Policy of a page that loads nothing and runs nothing. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(CSS) + "'; base-uri 'none'; form-action 'none'";

    private PageStyle() {}

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
