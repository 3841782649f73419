package dev.tokenport.cli;

import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.engine.Engine;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.PayloadCipher;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which engine there is, and how to reach it. For one thread. */
final class EngineOptions {

    private static final String API_KEY = "TEMPORAL_API_KEY";

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "The engine that has tasks run on several machines: temporal. What follows says how it is"
                    + " reached.")
    private @Nullable String engine;

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description = "Where the engine is (default: TEMPORAL_ADDRESS, or 127.0.0.1:7233).")
    private @Nullable String address;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "The engine's namespace (default: TEMPORAL_NAMESPACE, or default).")
    private @Nullable String namespace;

    @Option(
            names = "--queue",
            paramLabel = "NAME",
            description = "The queue from which workers take tasks (default: tokenport).")
    private String queue = "tokenport";

    @Option(names = "--tls", description = "Reach the engine with TLS.")
    private boolean tls;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "The authorities that the engine's certificate may be of, PEM (default: those of Java).")
    private @Nullable String authorities;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "The certificate of this client, PEM, with --tls-key.")
    private @Nullable String certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PKCS#8 in PEM.")
    private @Nullable String key;

    @Option(
            names = "--api-key",
            paramLabel = "REFERENCE",
            description = "The API key of a hosted engine: env:NAME or file:PATH (default: " + API_KEY + ").")
    private @Nullable String apiKey;

    /** Whether an engine was asked for. */
    boolean isAsked() {
        return engine != null;
    }

    /** The name of the queue. */
    String queue() {
        return queue;
    }

    /** Loads the engine. */
    Engine load(World world) {
        if (engine == null) {
            throw CommandException.refused("--engine is missing; name the engine that has the run: --engine temporal");
        }
        return Engines.load(world, engine);
    }

    /** How it is reached. */
    EngineAddress address(Session session, SecretOptions secrets) {
        World world = session.world();
        try {
            return new EngineAddress(
                    given(address, world, "TEMPORAL_ADDRESS", "127.0.0.1:7233"),
                    given(namespace, world, "TEMPORAL_NAMESPACE", "default"),
                    queue,
                    tls(),
                    apiKey(world, secrets.sources(session)),
                    cipher(secrets.keyFile(world)));
        } catch (IllegalArgumentException e) {
            throw CommandException.refused("--tls-cert, --tls-key: " + e.getMessage(), e);
        }
    }

    private static String given(@Nullable String option, World world, String variable, String otherwise) {
        return Optional.ofNullable(option)
                .or(() -> world.environment().variable(variable))
                .filter(value -> !value.isEmpty())
                .orElse(otherwise);
    }

    private Optional<EngineAddress.Tls> tls() {
        if (!tls && authorities == null && certificate == null && key == null) {
            return Optional.empty();
        }
        return Optional.of(new EngineAddress.Tls(
                file("--tls-ca", authorities), file("--tls-cert", certificate), file("--tls-key", key)));
    }

    private static Optional<Path> file(String option, @Nullable String name) {
        return Optional.ofNullable(name).map(text -> WorkflowArgument.path(option, text));
    }

    private Optional<Secret> apiKey(World world, SecretSources sources) {
        if (apiKey == null) {
            return world.environment()
                    .variable(API_KEY)
                    .filter(value -> !value.isEmpty())
                    .map(value -> sources.store(Path.of("")).secret(new Reference(Reference.Kind.ENV, API_KEY)));
        }
        try {
            return Optional.of(sources.store(Path.of("")).secret(Reference.parse(apiKey)));
        } catch (IllegalArgumentException e) {
            throw CommandException.refused("--api-key takes env:NAME or file:PATH and never the key itself, which every"
                    + " user of this machine could read in the list of processes");
        }
    }

    private static PayloadCipher cipher(Optional<Path> named) {
        Path file = named.orElseThrow(
                () -> CommandException.refused("the engine keeps what tasks hand over, so it is encrypted:"
                        + " name a key file with --key-file or " + KeyFileOption.VARIABLE
                        + "; 'tokenport keygen' makes one"));
        try {
            return cipher(OctetCipher.read(file));
        } catch (KeyFileException e) {
            throw CommandException.refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static PayloadCipher cipher(OctetCipher keys) {
        return new PayloadCipher() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
                return keys.encrypt(plain, context);
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
                return keys.decrypt(sealed, context);
            }
        };
    }
}
