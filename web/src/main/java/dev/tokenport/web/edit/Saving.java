package dev.tokenport.web.edit;

import dev.tokenport.web.folder.Sha256;
import dev.tokenport.web.folder.WorkflowFolder;
import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.site.Site;
import dev.tokenport.workflow.edit.EditException;
import dev.tokenport.workflow.edit.LineEnds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Writes texts to their files, unless these have changed meanwhile. Thread-safe. */
final class Saving {

    private final Site site;
    private final ShownTexts texts;

    Saving(Site site, ShownTexts texts) {
        this.site = site;
        this.texts = texts;
    }

    /**
     * What became of a text.
     *
     * @param hash what the file is now
     * @param text its text as it is shown
     * @param conflict what is different, if nothing was written
     */
    record Saved(String hash, String text, Optional<Conflict> conflict) {}

    /**
     * Writes a text, one at a time.
     *
     * @param hash what the file was when the person last saw its text
     * @throws EditException if the text cannot stand in the file; the message says why
     * @throws IOException if the file cannot be written; the message is one line
     */
    synchronized Saved save(String path, String hash, String shown) throws EditException, IOException {
        WorkflowText file = site.folder().read(path);
        String meant = texts.meant(file.file(), shown);
        String mine = texts.shown(file.file(), meant);
        if (!file.hash().equals(hash)) {
            String theirs = texts.shown(file.file(), file.text());
            return new Saved(file.hash(), mine, Optional.of(Conflict.between(file.hash(), theirs, mine)));
        }
        String text = LineEnds.like(file.text(), meant);
        refuseUnfit(text);
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (!text.equals(file.text())) {
            replace(file, text);
        }
        return new Saved(Sha256.hex(octets), mine, Optional.empty());
    }

    private static void refuseUnfit(String text) throws IOException {
        if (!WorkflowText.isWorkflow(text)) {
            throw new IOException("nothing was saved: the text has neither 'workflow:' nor 'tasks:' at the beginning of"
                    + " a line, and would be no workflow any more");
        }
        if (text.length() > WorkflowFolder.LONGEST) {
            throw new IOException(
                    "nothing was saved: the text is longer than " + WorkflowFolder.LONGEST + " characters");
        }
    }

    private void replace(WorkflowText file, String text) throws IOException {
        try {
            site.workbench().replace(file.file(), text);
        } catch (AccessDeniedException e) {
            throw new IOException(file.path() + " cannot be written: permission denied; nothing was saved", e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new IOException(file.path() + " cannot be written: " + reason + "; nothing was saved", e);
        }
    }
}
