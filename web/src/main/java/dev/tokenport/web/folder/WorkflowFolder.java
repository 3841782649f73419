package dev.tokenport.web.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder with the workflows. A file outside of it, or one that is no workflow, is none for it, however an address is
 * written and wherever a symbolic link leads. Thread-safe.
 */
public final class WorkflowFolder {

    /** Of how many octets a file is at the most. */
    public static final int LONGEST = 4 * 1024 * 1024;

    private static final List<String> LEFT_OUT = List.of("node_modules", "target");

    private final Path root;

    /**
     * A folder.
     *
     * @param root a real path
     */
    public WorkflowFolder(Path root) {
        this.root = root;
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** The workflows in it, and below. */
    public Listing list() {
        return new Search(this).list();
    }

    /**
     * The file that an address means.
     *
     * @param path a path in the folder, with slashes, from an address
     */
    public Optional<Path> find(String path) {
        if (path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0 || path.startsWith("/")) {
            return Optional.empty();
        }
        try {
            Path named = root.resolve(path);
            // One way to write each, so that a workflow is not taken for two.
            if (!named.equals(named.normalize())
                    || !isShown(named)
                    || !path(named).equals(path)) {
                return Optional.empty();
            }
            Path file = named.toRealPath();
            return isShown(file) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the workflow that an address means.
     *
     * @throws NoSuchFileException if there is no such workflow in the folder
     * @throws IOException if it cannot be read; the message is one line
     */
    public WorkflowText read(String path) throws IOException {
        Path file = find(path)
                .orElseThrow(() -> new NoSuchFileException(path, null, "there is no such workflow in the folder"));
        if (Files.size(file) > LONGEST) {
            throw new FileSystemException(path, null, "it is longer than " + LONGEST + " octets");
        }
        byte[] octets = Files.readAllBytes(file);
        String text = decoded(path, octets);
        if (!WorkflowText.isWorkflow(text)) {
            throw new NoSuchFileException(
                    path, null, "the file is no workflow: it has neither 'workflow:' nor 'tasks:'");
        }
        return new WorkflowText(path, file, text, Sha256.hex(octets));
    }

    private static String decoded(String path, byte[] octets) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            var fault = new FileSystemException(path, null, "it is not in UTF-8");
            fault.initCause(e);
            throw fault;
        }
    }

    /** Whether a file's name is that of a workflow, in a folder that is not hidden and has nothing of other tools. */
    private boolean isShown(Path file) {
        if (!file.startsWith(root) || file.equals(root)) {
            return false;
        }
        for (Path part : root.relativize(file)) {
            if (isLeftOut(part.toString())) {
                return false;
            }
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    static boolean isLeftOut(String name) {
        return name.startsWith(".") || LEFT_OUT.contains(name);
    }

    /** A file's path from the folder, as it stands in an address. */
    String path(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
