package dev.tokenport.secret;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where references lead: {@code env:NAME} to an environment variable, {@code file:PATH} to a file, {@code
 * process:COMMAND} to the first line that a command prints, {@code encrypted:LITERAL} to what the literal holds.
 *
 * <p>Of a file's text one trailing line end ({@code \n} or {@code \r\n}) is removed; it is read as UTF-8 (a leading byte
 * order mark is dropped; bytes that are not UTF-8, or more than 1 MiB, are a fault). A relative path starts at the folder
 * given here, and a command is run in it. Thread-safe.
 */
public final class SecretStore {

    private final SecretSources sources;
    private final Path folder;
    private final Optional<String> workflow;

    /** A store over the variables of {@code environment} and files relative to {@code folder}; it runs no command. */
    public SecretStore(Environment environment, Path folder) {
        this(SecretSources.of(environment), folder, Optional.empty());
    }

    SecretStore(SecretSources sources, Path folder, Optional<String> workflow) {
        this.sources = sources;
        this.folder = folder;
        this.workflow = workflow;
    }

    /**
     * The secret a reference names.
     *
     * <p>Nothing is read yet: a variable that is not set, or a file that cannot be read, is reported by {@link
     * Secret#reveal()}.
     */
    public Secret secret(Reference reference) {
        return reference.kind().confidential()
                ? confidential(reference)
                : Secret.from(reference.toString(), () -> read(reference));
    }

    /** As {@link #secret}, of a reference whose text is confidential where it stands, whatever it leads to. */
    Secret confidential(Reference reference) {
        return Secret.from(reference.toString(), () -> {
            String text = read(reference);
            sources.listener().accept(text);
            return text;
        });
    }

    private String read(Reference reference) {
        return switch (reference.kind()) {
            case ENV ->
                sources.environment()
                        .variable(reference.name())
                        .orElseThrow(() -> new SecretUnavailableException(reference + " is not set"));
            case FILE -> SecretFile.read(reference, folder);
            case PROCESS -> sources.processes().firstLine(reference, folder);
            case ENCRYPTED -> sources.decryption().decrypt(reference, workflow);
        };
    }
}
