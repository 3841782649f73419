package dev.tokenport.cli;

import dev.tokenport.secret.KeptProcesses;
import dev.tokenport.secret.SecretSources;
import java.nio.file.Path;
import java.util.Optional;

/** The options that say where secrets may come from besides variables and files. For one thread. */
final class SecretOptions implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    private final Given<Boolean> allowProcesses = arguments.flag(
            "--allow-processes",
            "Run the commands that process: references, and variables such as OAUTH_PASSWORD_PROCESS, name"
                    + " for a secret.");

    private final KeyFileOption keyFile = arguments.with(new KeyFileOption());

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Takes the key file from the file that an engine's options were read from, unless it is named elsewhere. */
    void read(EngineOptions engine) {
        keyFile.otherwise(engine.inFile("key-file").map(Chosen::path));
    }

    /** The key file, if one is named. */
    Optional<Path> keyFile(World world) {
        return keyFile.path(world);
    }

    /** Where references lead; what is read there is never shown. */
    SecretSources sources(Session session) {
        World world = session.world();
        SecretSources sources = SecretSources.of(world.environment()).toldTo(session.redactor());
        if (allowProcesses.value()) {
            sources = sources.withProcesses(new KeptProcesses(world.time()::nanoTime));
        }
        Optional<Path> file = keyFile.path(world);
        return file.isPresent() ? sources.withDecryption(new KeyFileDecryption(file.get())) : sources;
    }
}
