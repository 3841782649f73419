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

/** The options that say which engine there is, and how to reach it. For one thread. */
final class EngineOptions implements Arguments.Group {

    private static final String API_KEY = "TEMPORAL_API_KEY";

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> engine = arguments.text(
            "--engine",
            "NAME",
            "The engine that has tasks run on several machines: temporal. What follows says how it is" + " reached.");

    private final Given<@Nullable String> address = arguments.text(
            "--address", "HOST:PORT", "Where the engine is (default: TEMPORAL_ADDRESS, or 127.0.0.1:7233).");

    private final Given<@Nullable String> namespace =
            arguments.text("--namespace", "NAME", "The engine's namespace (default: TEMPORAL_NAMESPACE, or default).");

    private final Given<String> queue = arguments.text(
            "--queue", "NAME", "The queue from which workers take tasks (default: tokenport).", "tokenport");

    private final Given<Boolean> tls = arguments.flag("--tls", "Reach the engine with TLS.");

    private final Given<@Nullable String> authorities = arguments.text(
            "--tls-ca",
            "FILE",
            "The authorities that the engine's certificate may be of, PEM (default: those of Java).");

    private final Given<@Nullable String> certificate =
            arguments.text("--tls-cert", "FILE", "The certificate of this client, PEM, with --tls-key.");

    private final Given<@Nullable String> key = arguments.text("--tls-key", "FILE", "Its private key, PKCS#8 in PEM.");

    private final Given<@Nullable String> apiKey = arguments.text(
            "--api-key",
            "REFERENCE",
            "The API key of a hosted engine: env:NAME or file:PATH (default: " + API_KEY + ").");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Whether an engine was asked for. */
    boolean isAsked() {
        return engine.value() != null;
    }

    /** The name of the queue. */
    String queue() {
        return queue.value();
    }

    /** Loads the engine. */
    Engine load(World world) {
        if (engine.value() == null) {
            throw CommandException.refused("--engine is missing; name the engine that has the run: --engine temporal");
        }
        return Engines.load(world, engine.value());
    }

    /** How it is reached. */
    EngineAddress address(Session session, SecretOptions secrets) {
        World world = session.world();
        try {
            return new EngineAddress(
                    given(address.value(), world, "TEMPORAL_ADDRESS", "127.0.0.1:7233"),
                    given(namespace.value(), world, "TEMPORAL_NAMESPACE", "default"),
                    queue.value(),
                    tls(),
                    apiKey(world, secrets.sources(session)),
                    cipher(keys(secrets.keyFile(world))));
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
        if (!tls.value() && authorities.value() == null && certificate.value() == null && key.value() == null) {
            return Optional.empty();
        }
        return Optional.of(new EngineAddress.Tls(
                file("--tls-ca", authorities.value()),
                file("--tls-cert", certificate.value()),
                file("--tls-key", key.value())));
    }

    private static Optional<Path> file(String option, @Nullable String name) {
        return Optional.ofNullable(name).map(text -> WorkflowArgument.path(option, text));
    }

    private Optional<Secret> apiKey(World world, SecretSources sources) {
        if (apiKey.value() == null) {
            return world.environment()
                    .variable(API_KEY)
                    .filter(value -> !value.isEmpty())
                    .map(value -> sources.store(Path.of("")).secret(new Reference(Reference.Kind.ENV, API_KEY)));
        }
        try {
            return Optional.of(sources.store(Path.of("")).secret(Reference.parse(apiKey.value())));
        } catch (IllegalArgumentException e) {
            throw CommandException.refused("--api-key takes env:NAME or file:PATH and never the key itself, which every"
                    + " user of this machine could read in the list of processes");
        }
    }

    /** The keys that all is encrypted with that an engine or a store keeps. */
    static OctetCipher keys(Optional<Path> named) {
        Path file = named.orElseThrow(
                () -> CommandException.refused("the engine keeps what tasks hand over, so it is encrypted:"
                        + " name a key file with --key-file or " + KeyFileOption.VARIABLE
                        + "; 'tokenport keygen' makes one"));
        try {
            return OctetCipher.read(file);
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
