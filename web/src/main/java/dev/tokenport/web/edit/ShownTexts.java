package dev.tokenport.web.edit;

import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.edit.EditException;
import dev.tokenport.workflow.edit.LineEnds;
import dev.tokenport.workflow.edit.MaskedText;
import dev.tokenport.workflow.edit.Placeholders;
import dev.tokenport.workflow.serve.Workbench;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts of files as browsers have them: line feeds at the end of lines, and placeholders for secrets, which stand for the same
 * in each file for as long as the server runs. Thread-safe.
 */
final class ShownTexts {

    private final Workbench workbench;
    private final Map<Path, Placeholders> placeholders = new ConcurrentHashMap<>();

    ShownTexts(Workbench workbench) {
        this.workbench = workbench;
    }

    /** A text as a browser gets it. */
    String shown(Path file, String text) {
        return LineEnds.plain(MaskedText.of(text, workbench.operators(), workbench.redactor(), of(file)));
    }

    /**
     * What a text from a browser means.
     *
     * @throws EditException if it has a placeholder that stands for nothing
     */
    String meant(Path file, String shown) throws EditException {
        return of(file).restored(LineEnds.plain(shown));
    }

    /**
     * Whether a text reaches the browser as it is: what the redactor replaced on the way could be taken for a part of the file,
     * and be saved.
     */
    boolean arrives(String shown) {
        Redactor redactor = workbench.redactor();
        var html = new StringOutput();
        Escape.htmlContent(shown, html);
        return redactor.redact(html.toString()).equals(html.toString());
    }

    private Placeholders of(Path file) {
        return placeholders.computeIfAbsent(file, unused -> new Placeholders());
    }
}
