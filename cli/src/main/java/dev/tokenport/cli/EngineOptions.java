package dev.tokenport.cli;

import dev.tokenport.secret.Reference;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.EngineFile;
import dev.tokenport.workflow.QueueName;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.engine.Engine;
import dev.tokenport.workflow.engine.EngineAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options that say which engine there is, and how to reach it: given on the command line, else in a variable, else in the
 * file {@value EngineFile#NAME}. For one thread.
 */
final class EngineOptions implements Arguments.Group {

    private static final String LOCAL = "local";
    private static final String QUEUE = "--queue";
    private static final String DEFAULT_QUEUE = "tokenport";
    private static final String API_KEY = "TEMPORAL_API_KEY";

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> engine = arguments.text(
            "--engine",
            "NAME",
            "The engine that has tasks run on several machines: temporal; local for none, whatever " + EngineFile.NAME
                    + " names. What follows says how it is reached, and may stand in that file.");

    private final Given<@Nullable String> address = arguments.text(
            "--address", "HOST:PORT", "Where the engine is (default: TEMPORAL_ADDRESS, or 127.0.0.1:7233).");

    private final Given<@Nullable String> namespace =
            arguments.text("--namespace", "NAME", "The engine's namespace (default: TEMPORAL_NAMESPACE, or default).");

    private final Given<List<String>> queue = arguments.texts(
            QUEUE,
            "NAME",
            "The queue from which workers take tasks that name no other (default: " + DEFAULT_QUEUE
                    + "). A worker may be given several.");

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

    private EngineFile file = EngineFile.NONE;

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Takes what is not given from a file beside the one that is named, if there is one. */
    void read(Path sibling) {
        Path named = sibling.resolveSibling(EngineFile.NAME);
        if (named.equals(sibling)) {
            return;
        }
        try {
            file = EngineFile.read(named);
        } catch (WorkflowException e) {
            throw WorkflowArgument.refused(e);
        } catch (IOException e) {
            throw CommandException.refused(named + ": " + WorkflowArgument.reason(e), e);
        }
    }

    /** Takes what is not given from the file in the current folder, if there is one. */
    void readHere() {
        read(Path.of("any"));
    }

    /** What the file says for a key. */
    Optional<Chosen> inFile(String named) {
        return file.value(named).map(Chosen::of);
    }

    /** Whether an engine was asked for. */
    boolean isAsked() {
        return engine().isPresent();
    }

    private Optional<Chosen> engine() {
        return Chosen.option("--engine", engine.value())
                .or(() -> inFile("engine"))
                .filter(chosen -> !chosen.text().equals(LOCAL));
    }

    /** Loads the engine. */
    Engine load(World world) {
        return Engines.load(
                world,
                engine().orElseThrow(() -> CommandException.refused(
                        "--engine is missing; name the engine that has the run: --engine temporal")));
    }

    /** The queues that a worker takes tasks from. */
    List<String> queues() {
        List<String> named = queue.value();
        named.forEach(each -> QueueName.fault(each).ifPresent(fault -> {
            throw CommandException.refused(QUEUE + " " + fault);
        }));
        if (!named.isEmpty()) {
            return named.stream().distinct().toList();
        }
        List<EngineFile.Value> several = file.values("queues");
        List<String> kept = (several.isEmpty() ? file.values("queue") : several)
                .stream().map(EngineFile.Value::text).distinct().toList();
        return kept.isEmpty() ? List.of(DEFAULT_QUEUE) : kept;
    }

    /** The queue of a run. */
    private String queue() {
        if (queue.value().size() > 1) {
            throw CommandException.refused(QUEUE + " is given " + queue.value().size()
                    + " times; a run has one queue, and its tasks may name others");
        }
        return queue.value().isEmpty()
                ? file.value("queue").map(EngineFile.Value::text).orElse(DEFAULT_QUEUE)
                : queues().get(0);
    }

    /** How it is reached, to start runs and to ask about them. */
    EngineAddress address(Session session, SecretOptions secrets) {
        return address(session, secrets, queue());
    }

    /** How it is reached by a worker of {@link #queues}. */
    EngineAddress workerAddress(Session session, SecretOptions secrets) {
        return address(session, secrets, queues().get(0));
    }

    private EngineAddress address(Session session, SecretOptions secrets, String queueOfAll) {
        World world = session.world();
        return new EngineAddress(
                given("--address", address, world, "TEMPORAL_ADDRESS", "address")
                        .orElse("127.0.0.1:7233"),
                given("--namespace", namespace, world, "TEMPORAL_NAMESPACE", "namespace")
                        .orElse("default"),
                queueOfAll,
                tls(),
                apiKey(world, secrets.sources(session)),
                EngineCipher.of(secrets.keyFile(world)));
    }

    private Optional<String> given(
            String option, Given<@Nullable String> given, World world, String variable, String named) {
        return Chosen.option(option, given.value())
                .or(() -> Chosen.variable(world, variable))
                .or(() -> inFile(named))
                .map(Chosen::text);
    }

    private Optional<EngineAddress.Tls> tls() {
        Optional<Chosen> trusted =
                Chosen.option("--tls-ca", authorities.value()).or(() -> inFile("tls.ca"));
        Optional<Chosen> own = Chosen.option("--tls-cert", certificate.value()).or(() -> inFile("tls.cert"));
        Optional<Chosen> secret = Chosen.option("--tls-key", key.value()).or(() -> inFile("tls.key"));
        boolean asked = tls.value()
                || inFile("tls").filter(chosen -> chosen.text().equals("true")).isPresent();
        if (!asked && trusted.isEmpty() && own.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new EngineAddress.Tls(trusted.map(Chosen::path), own.map(Chosen::path), secret.map(Chosen::path)));
        } catch (IllegalArgumentException e) {
            String given = Stream.concat(own.stream(), secret.stream())
                    .map(Chosen::name)
                    .findFirst()
                    .orElse("--tls-cert, --tls-key");
            throw CommandException.refused(given + ": " + e.getMessage(), e);
        }
    }

    private Optional<Secret> apiKey(World world, SecretSources sources) {
        if (apiKey.value() == null && Chosen.variable(world, API_KEY).isPresent()) {
            return Optional.of(secret(sources, Path.of(""), new Reference(Reference.Kind.ENV, API_KEY)));
        }
        return Chosen.option("--api-key", apiKey.value())
                .or(() -> inFile("api-key"))
                .map(chosen -> secret(sources, chosen.folder(), reference(chosen)));
    }

    private static Secret secret(SecretSources sources, Path folder, Reference reference) {
        return sources.store(folder).secret(reference);
    }

    private static Reference reference(Chosen chosen) {
        String text = chosen.text();
        boolean inBraces = !chosen.place().isEmpty() && text.startsWith("${") && text.endsWith("}");
        try {
            return Reference.parse(inBraces ? text.substring(2, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw CommandException.refused(
                    chosen.name() + " takes env:NAME or file:PATH and never the key itself, which "
                            + (chosen.place().isEmpty()
                                    ? "every user of this machine could read in the list of processes"
                                    : "everybody who gets the file could read"));
        }
    }
}
