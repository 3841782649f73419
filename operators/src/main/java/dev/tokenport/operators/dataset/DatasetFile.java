package dev.tokenport.operators.dataset;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.file.FileFault;
import dev.tokenport.service.file.Reason;
import dev.tokenport.service.file.Replacements;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * The file of a dataset.
 *
 * @param name its name as it was given
 * @param path where it is
 * @param gzip whether it is compressed
 */
record DatasetFile(String name, Path path, boolean gzip) {

    /** The file of this name, which starts at the project folder if it is relative. */
    static DatasetFile of(String name, Compression compression, RunContext context) {
        return new DatasetFile(name, context.projectFolder().resolve(name), compression.isGzip(name));
    }

    /** Opens the file for reading. */
    InputStream read() throws OperatorException, InterruptedException {
        requireReadable();
        try {
            InputStream octets = Files.newInputStream(path);
            return gzip ? GzipInput.of(octets) : octets;
        } catch (IOException e) {
            throw failure("cannot be read", e);
        }
    }

    /** Fails if there is no such file, or it cannot be read. */
    void requireReadable() throws OperatorException {
        if (!Files.exists(path)) {
            throw fault("does not exist: " + path.normalize());
        }
        if (Files.isDirectory(path)) {
            throw fault("is a folder");
        }
        if (!Files.isReadable(path)) {
            throw fault("may not be read by this user");
        }
    }

    /** Begins to write a file that takes the place of this one. */
    FileDraft replace(RunContext context) throws OperatorException, InterruptedException {
        try {
            return FileDraft.of(path, gzip, Replacements.of(context));
        } catch (FileFault e) {
            throw fault(e.predicate());
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    /** A failure with this file. */
    OperatorException fault(String predicate) {
        return new OperatorException("file '" + name + "' " + predicate);
    }

    /**
     * What an exception means.
     *
     * @throws InterruptedException if it means that the run was cancelled
     */
    OperatorException failure(String predicate, IOException exception) throws InterruptedException {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof ClosedByInterruptException) {
                throw new InterruptedException("the run was cancelled");
            }
            if (gzip && t instanceof EOFException) {
                return fault("is cut off: its gzip data ends too early");
            }
            if (gzip && t instanceof ZipException) {
                return fault(
                        "is not good gzip: " + t.getMessage() + "; if it is not compressed, set compression to none");
            }
        }
        return new OperatorException("file '" + name + "' " + predicate + ": " + Reason.of(exception), exception);
    }
}
