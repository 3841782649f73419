package dev.tokenport.cli;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import java.nio.file.Path;

/** {@code tokenport keygen}: makes the key file that secrets are encrypted with, and renews it. */
final class KeygenCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> file = arguments.argument("FILE", "The key file.");

    private final Given<Boolean> rotate = arguments.flag(
            "--rotate", "Add a new key to the file: it encrypts from now on, and the old ones still decrypt.");

    private final Given<Boolean> dropOld = arguments.flag(
            "--drop-old",
            "Remove all keys but the newest, when 'encrypt --renew' has been run on all workflows: what the"
                    + " old ones encrypted is lost.");

    private final Given<Boolean> dpop = arguments.flag(
            "--dpop",
            "Make a key of another kind: a JWK that tokens can be bound to (DPoP, RFC 9449), for"
                    + " --dpop-key and oauth_dpop_key.");

    KeygenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Makes a file with a new key for encrypted secrets, readable for its owner only. Never overwrites one.";
    }

    @Override
    public void run() {
        if (rotate.value() && dropOld.value()) {
            throw CommandException.refused(
                    "--rotate and --drop-old exclude each other; run 'encrypt --renew' in between");
        }
        Path path = WorkflowArgument.path("FILE", file.value());
        if (dpop.value()) {
            if (rotate.value() || dropOld.value()) {
                throw CommandException.refused(
                        "--dpop makes a new key; --rotate and --drop-old are for keys of secrets");
            }
            session.screen()
                    .answerLine(file.value() + ": a new key for tokens; its thumbprint (jkt) is "
                            + DpopKeyFile.create(path));
            return;
        }
        try {
            session.screen().answerLine(file.value() + ": " + done(path));
        } catch (KeyFileException e) {
            throw CommandException.refused(String.valueOf(e.getMessage()), e);
        }
    }

    private String done(Path path) throws KeyFileException {
        if (rotate.value()) {
            return "now " + Words.count(KeyFile.rotate(path), "key") + "; the new one encrypts";
        }
        if (dropOld.value()) {
            return Words.count(KeyFile.dropOld(path), "old key") + " removed";
        }
        KeyFile.create(path);
        return "a new key; keep a copy of the file apart from what it protects";
    }
}
