package dev.tokenport.operators.http.file;

import dev.tokenport.http.Response;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.file.FileFault;
import dev.tokenport.service.file.Reason;
import dev.tokenport.service.file.Replacement;
import dev.tokenport.service.file.Replacements;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way into a file: its octets go into a file beside it, which takes its place when all have arrived. For one
 * thread.
 */
public final class Download implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final Schema SCHEMA = Schema.of("", "file", "content_type", "size", "status");

    private final FileTemplate template;
    private final String name;
    private final Path path;
    private final Replacements replacements;
    private @Nullable Replacement file;
    private long size;

    Download(FileTemplate template, String name, Path path, Replacements replacements) {
        this.template = template;
        this.name = name;
        this.path = path;
        this.replacements = replacements;
    }

    /**
     * Takes in an answer, in the place of what was taken in before.
     *
     * @throws IOException if the answer breaks off
     * @throws EntityException if it cannot be written
     */
    public void take(Response response) throws IOException, EntityException {
        close();
        size = 0;
        var buffer = new byte[BUFFER];
        InputStream body = response.body();
        OutputStream output = begun();
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            write(output, buffer, count);
            size += count;
        }
    }

    /**
     * Puts the file into its place.
     *
     * @return the entity that tells of it
     * @throws EntityException if that is not possible
     */
    public Entity finish(Response response) throws IOException, EntityException {
        Replacement complete = file;
        if (complete == null) {
            throw new IllegalStateException("nothing was taken in");
        }
        try {
            complete.commit();
        } catch (IOException e) {
            throw failure(e);
        }
        return Entity.of(
                "",
                SCHEMA,
                List.of(
                        Value.of(name),
                        Value.of(response.headers().first("Content-Type").orElse("")),
                        new Value.Text(Long.toString(size), JsonType.NUMBER),
                        new Value.Text(Integer.toString(response.status()), JsonType.NUMBER)));
    }

    /** Deletes what was not put into its place. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private OutputStream begun() throws IOException, EntityException {
        Path folder = path.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Replacement begun = replacements.replace(path);
            file = begun;
            return begun.output();
        } catch (FileFault e) {
            throw template.fault(name, e.predicate());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(OutputStream output, byte[] bytes, int count) throws IOException, EntityException {
        try {
            output.write(bytes, 0, count);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private EntityException failure(IOException exception) throws IOException {
        if (exception instanceof ClosedByInterruptException) {
            throw (IOException) new InterruptedIOException("writing was interrupted").initCause(exception);
        }
        return template.fault(name, "cannot be written: " + Reason.of(exception));
    }
}
