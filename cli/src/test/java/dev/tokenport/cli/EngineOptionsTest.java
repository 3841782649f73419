package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.engine.EngineAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where the options of an engine come from: the command line, variables, {@code tokenport.yaml}. */
final class EngineOptionsTest {

    @TempDir
    private Path folder;

    private final CommandLineProcess process = new CommandLineProcess();
    private final EngineOptions options = new EngineOptions();
    private final StoreOption store = new StoreOption();
    private final ParallelOption parallel = new ParallelOption("How many");
    private final SecretOptions secrets = new SecretOptions();

    @BeforeEach
    void makeKey() {
        assertThat(new CommandLineProcess()
                        .run("keygen", folder.resolve("temporal.key").toString()))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void option_variableAndFile_haveThisOrder() throws Exception {
        file("""
                engine: temporal
                address: file:1
                namespace: file
                queue: file
                parallel: 3
                key-file: temporal.key
                """);

        assertThat(address().target()).isEqualTo("file:1");
        process.with("TEMPORAL_ADDRESS", "variable:1").with("TEMPORAL_NAMESPACE", "variable");
        given("--address", "option:1", "--queue", "option", "--parallel", "2");
        EngineAddress address = address();

        assertThat(options.isAsked()).isTrue();
        assertThat(address.target()).isEqualTo("option:1");
        assertThat(address.namespace()).isEqualTo("variable");
        assertThat(address.queue()).isEqualTo("option");
        assertThat(parallel.value(options)).isEqualTo(2);
    }

    @Test
    void values_withoutAnything_areTheDefaults() throws Exception {
        file("key-file: temporal.key\n");
        EngineAddress address = address();

        assertThat(options.isAsked()).isFalse();
        assertThat(address.target()).isEqualTo("127.0.0.1:7233");
        assertThat(address.namespace()).isEqualTo("default");
        assertThat(address.queue()).isEqualTo("tokenport");
        assertThat(address.tls()).isEmpty();
        assertThat(address.apiKey()).isEmpty();
        assertThat(parallel.value(options)).isEqualTo(8);
    }

    @Test
    void paths_ofTheFile_startAtItsFolder() throws Exception {
        Files.createDirectory(folder.resolve("store"));
        Files.writeString(folder.resolve("api.key"), "s3cret\n");
        file("""
                store: file:store
                tls: {ca: ca.pem, cert: /etc/client.pem, key: client.key}
                key-file: temporal.key
                api-key: file:api.key
                """);
        EngineAddress address = address();

        assertThat(address.tls())
                .contains(new EngineAddress.Tls(
                        Optional.of(folder.resolve("ca.pem")),
                        Optional.of(Path.of("/etc/client.pem")),
                        Optional.of(folder.resolve("client.key"))));
        assertThat(address.apiKey().orElseThrow().reveal()).isEqualTo("s3cret");
        assertThat(store.folder(options).orElseThrow().files()).isEqualTo(folder.resolve("store/files"));
    }

    @Test
    void engine_local_isNone_whateverTheFileNames() throws Exception {
        file("engine: temporal\n");
        given("--engine", "local");

        assertThat(options.isAsked()).isFalse();
    }

    @Test
    void queues_ofAWorker_areAllThatAreNamed() throws Exception {
        file("queue: a\nqueues: [a, b, a]\nkey-file: temporal.key\n");

        assertThat(options.queues()).containsExactly("a", "b");
        assertThat(address().queue()).isEqualTo("a");
        given("--queue", "c", "--queue", "d");
        assertThat(options.queues()).containsExactly("c", "d");
        assertThatThrownBy(this::address)
                .hasMessage("--queue is given 2 times; a run has one queue, and its tasks may name others");
    }

    @Test
    void queue_thatIsNoName_isRefused() {
        given("--queue", "a\nb");

        assertThatThrownBy(options::queues)
                .hasMessage("--queue has the character U+000A, which a queue's name cannot have");
    }

    @Test
    void mistakes_ofTheFile_nameItAndTheLine() throws Exception {
        Path file = file("""
                store: file:nowhere
                parallel: 0
                api-key: s3cret
                tls: {cert: x}
                key-file: temporal.key
                """);

        assertThatThrownBy(() -> store.folder(options))
                .hasMessage(file + ":1:8: store 'file:nowhere': there is no such folder");
        assertThatThrownBy(() -> parallel.value(options)).hasMessage(file + ":2:11: parallel '0' is less than 1");
        assertThatThrownBy(this::address)
                .hasMessage(file + ":4:13: tls.cert: a client's certificate and its key belong together");
        given("--tls-key", "y");
        assertThatThrownBy(this::address)
                .hasMessage(file + ":3:10: api-key takes env:NAME or file:PATH and never the key itself, which"
                        + " everybody who gets the file could read");
        assertThatThrownBy(() -> file("adress: x\n"))
                .hasMessage(file + ":1:1: unknown key 'adress'; did you mean 'address'?");
    }

    @Test
    void run_whoseFileNamesAnEngine_goesThere_unlessItIsToBeLocal() throws Exception {
        Path workflow = Files.writeString(
                folder.resolve("orders.yaml"),
                "workflow: orders\ntasks:\n  a: {operator: set-parameters, parameters: {parameters: {x: y}}}\n");
        Path engines =
                Files.createDirectories(folder.resolve("engines/temporal")).getParent();
        Path file = file("engine: temporel\n");
        var elsewhere = new CommandLineProcess().with("TOKENPORT_ENGINES", String.valueOf(engines));
        var here = new CommandLineProcess();
        var other = new CommandLineProcess();

        assertThat(elsewhere.run("run", workflow.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(elsewhere.err())
                .isEqualTo(file + ":1:9: there is no engine 'temporel' in " + engines + "; did you mean 'temporal'?\n");
        assertThat(here.run("run", workflow.toString(), "--engine", "local"))
                .as(here.err())
                .isEqualTo(ExitCode.DONE);
        Files.writeString(file, "no: options\n");
        assertThat(other.run("validate", workflow.toString())).as(other.err()).isEqualTo(ExitCode.DONE);
    }

    private Path file(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("tokenport.yaml"), text);
        options.read(folder.resolve("orders.yaml"));
        secrets.read(options);
        return file;
    }

    private void given(String... arguments) {
        CommandSpec spec = CommandSpec.create();
        options.arguments().all().forEach(spec::add);
        parallel.arguments().all().forEach(spec::add);
        assertThat(new CommandLine(spec).parseArgs(arguments).errors()).isEmpty();
    }

    private EngineAddress address() {
        return options.address(Session.in(process.world()), secrets);
    }
}
