package dev.tokenport.benchmarks.token;

import java.net.URI;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A token that is kept, and good for another hour. */
@State(Scope.Benchmark)
public class KeptBenchmark {

    /** How long the tokens of the endpoint live. */
    static final Duration LIFETIME = Duration.ofHours(1);

    /** Who keeps it, a {@link Keeping}. */
    @Param("TOKENPORT")
    public String client = "";

    /** The token endpoint. */
    @Param("")
    public String endpoint = "";

    private Tokens tokens = () -> "";

    /** Makes the client, and has it fetch the token. */
    @Setup
    public void open() throws Exception {
        tokens = Keeping.valueOf(client).at(URI.create(endpoint), LIFETIME);
        tokens.token();
    }

    /** Asks for the token. */
    @Benchmark
    public Object token() throws Exception {
        return tokens.token();
    }
}
