package dev.tokenport.cli;

import dev.tokenport.encryption.LiteralCipher;
import dev.tokenport.encryption.Scope;
import dev.tokenport.workflow.LiteralRenewal;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code tokenport encrypt}: makes the literal that stands for a secret in a workflow file. */
final class EncryptCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> workflow = arguments.text(
            "--workflow",
            "FILE|NAME",
            "The workflow, by its file or its name: in no other can the secret be decrypted.");

    private final Given<Boolean> anyWorkflow =
            arguments.flag("--any-workflow", "Whoever has the key file may use the secret in any workflow.");

    private final Given<@Nullable String> renew = arguments.text(
            "--renew",
            "FILE",
            "Ask for nothing: encrypt all secrets of this workflow file with the newest key, in place.");

    private final KeyFileOption keyFile = arguments.with(new KeyFileOption());

    EncryptCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Asks for a secret without showing it, or reads the first line of standard input, and prints the"
                + " reference to write into a workflow file in its place.";
    }

    @Override
    public void run() {
        long chosen = Stream.of(workflow.value() != null, anyWorkflow.value(), renew.value() != null)
                .filter(Boolean::booleanValue)
                .count();
        if (chosen != 1) {
            throw CommandException.refused("give one of --workflow, --any-workflow and --renew");
        }
        if (renew.value() != null) {
            renew(renew.value());
            return;
        }
        Scope scope = workflow.value() == null ? new Scope.AnyWorkflow() : scope(workflow.value());
        LiteralCipher cipher = cipher();
        String secret = secret();
        session.redactor().add(secret);
        session.screen().answerLine(EncryptedReference.of(secret, scope, cipher));
    }

    private Scope scope(String text) {
        Path path = WorkflowArgument.path("--workflow", text);
        boolean namesFile = text.contains("/") || text.endsWith(".yaml") || text.endsWith(".yml");
        if (!Files.isRegularFile(path) && !namesFile) {
            if (text.isBlank()) {
                throw CommandException.refused("--workflow '" + text + "' is blank; name a workflow");
            }
            return new Scope.OneWorkflow(text);
        }
        WorkflowArgument.requireFile(text);
        try {
            return new Scope.OneWorkflow(WorkflowFile.read(path).name());
        } catch (WorkflowException e) {
            throw WorkflowArgument.refused(e);
        } catch (IOException e) {
            throw CommandException.refused(text + ": " + WorkflowArgument.reason(e), e);
        }
    }

    private String secret() {
        try {
            String secret = session.world().keyboard().secret("secret");
            if (secret.isEmpty()) {
                throw CommandException.refused("the secret is empty; it must have a value");
            }
            return secret;
        } catch (IOException e) {
            throw CommandException.refused("the secret cannot be read: " + e.getMessage(), e);
        }
    }

    private void renew(String file) {
        WorkflowArgument.requireFile(file);
        Path path = WorkflowArgument.path("--renew", file);
        LiteralCipher cipher = cipher();
        try {
            LiteralRenewal.Renewed renewed =
                    LiteralRenewal.of(path, (literal, name) -> cipher.renew(literal, Optional.of(name)));
            if (renewed.changed() > 0) {
                AtomicFile.replace(path, renewed.text());
            }
            session.screen()
                    .answerLine(file + ": " + Words.count(renewed.literals(), "encrypted secret") + ", "
                            + renewed.changed() + " encrypted anew");
        } catch (WorkflowException e) {
            throw WorkflowArgument.refused(e);
        } catch (IOException e) {
            throw CommandException.refused(file + ": " + WorkflowArgument.reason(e), e);
        }
    }

    private LiteralCipher cipher() {
        Path file = keyFile.path(session.world())
                .orElseThrow(() -> CommandException.refused("there is no key file; name it with --key-file or "
                        + KeyFileOption.VARIABLE + ", and make it with 'tokenport keygen'"));
        return EncryptedReference.cipher(file);
    }
}
