package dev.tokenport.secret;

import java.nio.file.Path;

/**
 * Where references lead: {@code env:NAME} to an environment variable, {@code file:PATH} to a file.
 *
 * <p>Of a file's text one trailing line end ({@code \n} or {@code \r\n}) is removed; it is read as UTF-8 (a leading byte
 * order mark is dropped; bytes that are not UTF-8, or more than 1 MiB, are a fault). A relative path starts at the folder
 * given here. Thread-safe.
 */
public final class SecretStore {

    private final Environment environment;
    private final Path folder;

    /** A store over the variables of {@code environment} and files relative to {@code folder}. */
    public SecretStore(Environment environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /**
     * The secret a reference names.
     *
     * <p>Nothing is read yet: a variable that is not set, or a file that cannot be read, is reported by {@link
     * Secret#reveal()}.
     */
    public Secret secret(Reference reference) {
        return Secret.from(reference.toString(), () -> read(reference));
    }

    private String read(Reference reference) {
        return switch (reference.kind()) {
            case ENV ->
                environment
                        .variable(reference.name())
                        .orElseThrow(() -> new SecretUnavailableException(reference + " is not set"));
            case FILE -> SecretFile.read(reference, folder);
        };
    }
}
