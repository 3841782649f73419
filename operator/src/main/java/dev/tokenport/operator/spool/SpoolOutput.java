package dev.tokenport.operator.spool;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that are kept in memory up to a threshold, then in a file. For one thread. */
final class SpoolOutput extends OutputStream {

    private final SpoolFolder folder;
    private final int threshold;
    private @Nullable ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private OutputStream out = OutputStream.nullOutputStream();

    SpoolOutput(SpoolFolder folder, int threshold) {
        this.folder = folder;
        this.threshold = threshold;
    }

    @Override
    public void write(int b) throws IOException {
        ByteArrayOutputStream kept = memory;
        if (kept != null && kept.size() < threshold) {
            kept.write(b);
        } else if (kept == null) {
            out.write(b);
        } else {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteArrayOutputStream kept = memory;
        if (kept != null && kept.size() + length <= threshold) {
            kept.write(bytes, offset, length);
            return;
        }
        if (kept != null) {
            Path made = folder.newFile();
            file = made;
            out = new BufferedOutputStream(Files.newOutputStream(made));
            kept.writeTo(out);
            memory = null;
        }
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** What is in memory; empty when all is in the file. */
    byte[] bytes() {
        return memory == null ? new byte[0] : memory.toByteArray();
    }

    /** The file, if there is one. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
