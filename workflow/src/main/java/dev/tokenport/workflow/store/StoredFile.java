package dev.tokenport.workflow.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** An output in a file, which gets its name when all of it has reached the disk. For one thread. */
final class StoredFile implements StoredOutput {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path place;
    private final Path part;
    private final FileOutputStream file;
    private final OutputStream stream;

    /**
     * Begins a file beside its place.
     *
     * @throws IOException if there cannot be one
     */
    StoredFile(Path place) throws IOException {
        this.place = place;
        this.part = Files.createFile(Path.of(place + ".part"));
        // Not by a channel: interrupting the thread would close it.
        this.file = new FileOutputStream(part.toFile());
        this.stream = new BufferedOutputStream(new Unclosed(file), BUFFER_BYTES);
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public void seal() throws IOException {
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        file.getFD().sync();
        file.close();
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        syncName();
    }

    /** The folder has to reach the disk as well; not every system can be asked for that. */
    private void syncName() {
        try (FileChannel folder = FileChannel.open(place.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    @Override
    public void abandon() {
        try {
            file.close();
            Files.deleteIfExists(part);
        } catch (IOException unimportant) {
            // It goes with the run.
            return;
        }
    }

    /** The file stays open when its stream is closed: it is synchronised then. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
