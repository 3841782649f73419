package dev.tokenport.operators.dataset;

import dev.tokenport.operators.format.Draft;
import dev.tokenport.service.file.FileFault;
import dev.tokenport.service.file.Replacement;
import dev.tokenport.service.file.Replacements;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** The new content of a dataset's file, compressed where that is wished; in place when it is complete. For one thread. */
final class FileDraft implements Draft, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Replacement replacement;
    private final boolean gzip;
    private OutputStream output;

    private FileDraft(Replacement replacement, boolean gzip) throws IOException {
        this.replacement = replacement;
        this.gzip = gzip;
        this.output = open();
    }

    /**
     * A draft of the content of {@code file}.
     *
     * @param gzip whether what is written is compressed
     * @param replacements those of the run
     */
    static FileDraft of(Path file, boolean gzip, Replacements replacements) throws FileFault, IOException {
        return new FileDraft(replacements.replace(file), gzip);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public InputStream rewrite() throws IOException {
        output.close();
        InputStream written = replacement.rewrite();
        output = open();
        return gzip ? GzipInput.of(written) : written;
    }

    /** Puts the file into place. */
    void commit() throws IOException {
        output.close();
        replacement.commit();
    }

    /** Deletes what was not put into place. */
    @Override
    public void close() {
        replacement.close();
    }

    private OutputStream open() throws IOException {
        return gzip ? new GZIPOutputStream(replacement.output(), BUFFER) : replacement.output();
    }
}
