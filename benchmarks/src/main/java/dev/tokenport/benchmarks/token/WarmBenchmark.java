package dev.tokenport.benchmarks.token;

import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A token that is fetched each time. */
@State(Scope.Benchmark)
public class WarmBenchmark {

    /** Who fetches it, a {@link Fetching}. */
    @Param("TOKENPORT")
    public String client = "";

    /** The token endpoint. */
    @Param("")
    public String endpoint = "";

    private Tokens tokens = () -> "";

    /** Makes the client. */
    @Setup
    public void open() throws Exception {
        tokens = Fetching.valueOf(client).at(URI.create(endpoint));
    }

    /** Fetches a token. A peer whose call fails is counted as if it had been answered, rather than not at all. */
    @Benchmark
    public Object token() throws Exception {
        try {
            return tokens.token();
        } catch (Exception e) {
            if (Fetching.valueOf(client) == Fetching.TOKENPORT) {
                throw e;
            }
            return e;
        }
    }
}
