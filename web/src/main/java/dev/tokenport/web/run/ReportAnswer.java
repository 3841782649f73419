package dev.tokenport.web.run;

import dev.tokenport.web.folder.Sha256;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/**
 * The page of a report, as it lies in a file: it has a style sheet of its own in it, which the policy of all other pages does not
 * allow. It may show itself with this one, and nothing else: no script, no form, no request, no origin.
 */
final class ReportAnswer {

    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    private ReportAnswer() {}

    static void show(Context context, String page) {
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'sha256-"
                        + Sha256.base64(style(page).getBytes(StandardCharsets.UTF_8))
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
        context.html(page);
    }

    private static String style(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        return begin < 0 || end < begin ? "" : page.substring(begin + BEGIN.length(), end);
    }
}
