package dev.tokenport.secret;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What references can lead to: variables, and, where that is allowed, commands and encrypted literals. Files need nothing
 * but a folder. Immutable.
 *
 * @param environment where {@code env:NAME} leads
 * @param processes where {@code process:COMMAND} leads
 * @param decryption where {@code encrypted:LITERAL} leads
 */
public record SecretSources(Environment environment, ProcessReader processes, Decryption decryption) {

    /** Checks that nothing is null. */
    public SecretSources {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(processes);
        Objects.requireNonNull(decryption);
    }

    /** Variables and files only. */
    public static SecretSources of(Environment environment) {
        return new SecretSources(environment, ProcessReader.refusing(), Decryption.withoutKey());
    }

    /** These, and commands. */
    public SecretSources withProcesses(ProcessReader others) {
        return new SecretSources(environment, others, decryption);
    }

    /** These, and encrypted literals. */
    public SecretSources withDecryption(Decryption other) {
        return new SecretSources(environment, processes, other);
    }

    /** These; the redactor learns each text that a command prints or a literal holds, by itself, before it is used. */
    public SecretSources toldTo(Redactor redactor) {
        return new SecretSources(
                environment,
                (process, folder) -> told(redactor, processes.firstLine(process, folder)),
                (literal, workflow) -> told(redactor, decryption.decrypt(literal, workflow)));
    }

    private static String told(Redactor redactor, String text) {
        redactor.add(text);
        return text;
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
