package dev.tokenport.cli;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tokenport keygen}: makes the key file that secrets are encrypted with, and renews it. */
@Command(
        description =
                "Makes a file with a new key for encrypted secrets, readable for its owner only. Never overwrites one.",
        sortOptions = false)
final class KeygenCommand implements Subcommand.Action {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private String file = "";

    @Option(
            names = "--rotate",
            description = "Add a new key to the file: it encrypts from now on, and the old ones still decrypt.")
    private boolean rotate;

    @Option(
            names = "--drop-old",
            description =
                    "Remove all keys but the newest, when 'encrypt --renew' has been run on all workflows: what the"
                            + " old ones encrypted is lost.")
    private boolean dropOld;

    @Option(
            names = "--dpop",
            description = "Make a key of another kind: a JWK that tokens can be bound to (DPoP, RFC 9449), for"
                    + " --dpop-key and oauth_dpop_key.")
    private boolean dpop;

    KeygenCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (rotate && dropOld) {
            throw CommandException.refused(
                    "--rotate and --drop-old exclude each other; run 'encrypt --renew' in between");
        }
        Path path = WorkflowArgument.path("FILE", file);
        if (dpop) {
            if (rotate || dropOld) {
                throw CommandException.refused(
                        "--dpop makes a new key; --rotate and --drop-old are for keys of secrets");
            }
            session.screen()
                    .answerLine(file + ": a new key for tokens; its thumbprint (jkt) is " + DpopKeyFile.create(path));
            return;
        }
        try {
            session.screen().answerLine(file + ": " + done(path));
        } catch (KeyFileException e) {
            throw CommandException.refused(String.valueOf(e.getMessage()), e);
        }
    }

    private String done(Path path) throws KeyFileException {
        if (rotate) {
            return "now " + Words.count(KeyFile.rotate(path), "key") + "; the new one encrypts";
        }
        if (dropOld) {
            return Words.count(KeyFile.dropOld(path), "old key") + " removed";
        }
        KeyFile.create(path);
        return "a new key; keep a copy of the file apart from what it protects";
    }
}
