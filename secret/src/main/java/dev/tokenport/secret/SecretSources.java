package dev.tokenport.secret;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What references can lead to: variables, and, where that is allowed, commands and encrypted literals. Files need nothing
 * but a folder. Immutable.
 *
 * @param environment where {@code env:NAME} leads
 * @param processes where {@code process:COMMAND} leads
 * @param decryption where {@code encrypted:LITERAL} leads
 * @param listener is told each confidential text, by itself, before it is used
 */
public record SecretSources(
        Environment environment, ProcessReader processes, Decryption decryption, Consumer<String> listener) {

    /** Checks that nothing is null. */
    public SecretSources {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(processes);
        Objects.requireNonNull(decryption);
        Objects.requireNonNull(listener);
    }

    /** Variables and files only. */
    public static SecretSources of(Environment environment) {
        return new SecretSources(environment, ProcessReader.refusing(), Decryption.withoutKey(), text -> {});
    }

    /** These, with other variables. */
    public SecretSources withEnvironment(Environment other) {
        return new SecretSources(other, processes, decryption, listener);
    }

    /** These, and commands. */
    public SecretSources withProcesses(ProcessReader others) {
        return new SecretSources(environment, others, decryption, listener);
    }

    /** These, and encrypted literals. */
    public SecretSources withDecryption(Decryption other) {
        return new SecretSources(environment, processes, other, listener);
    }

    /** These; the redactor learns each confidential text, by itself, before it is used as a part of another one. */
    public SecretSources toldTo(Redactor redactor) {
        return new SecretSources(environment, processes, decryption, redactor::add);
    }

    /** The secrets of a workflow: paths, and commands, start at its folder. */
    public SecretStore store(Path folder, String workflow) {
        return new SecretStore(this, folder, Optional.of(workflow));
    }

    /** The secrets of no workflow; paths, and commands, start at the folder. */
    public SecretStore store(Path folder) {
        return new SecretStore(this, folder, Optional.empty());
    }
}
