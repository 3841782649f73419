package dev.tokenport.benchmarks.token;

import dev.tokenport.benchmarks.Effort;
import java.net.URI;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a benchmark of this package with JMH, in a process of its own each time.
 *
 * @param benchmark with the parameters {@code client} and {@code endpoint}
 * @param endpoint the token endpoint
 * @param warmUp how long it runs uncounted, in milliseconds
 * @param measured how long it runs counted, in milliseconds
 */
record Jmh(Class<?> benchmark, URI endpoint, int warmUp, int measured) {

    /**
     * What was measured.
     *
     * @param perSecond how often, all threads together
     * @param octets how much was allocated each time
     */
    record Score(double perSecond, double octets) {}

    static Jmh of(Class<?> benchmark, URI endpoint, Effort effort, int warmUp, int measured) {
        if (effort == Effort.SHORT) {
            // Figures that mean nothing need not wait for those of another build.
            System.setProperty("jmh.ignoreLock", "true");
        }
        return new Jmh(benchmark, endpoint, effort.choose(150, warmUp), effort.choose(150, measured));
    }

    Score run(Enum<?> client, int threads) throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.Throughput)
                .param("client", client.name())
                .param("endpoint", endpoint.toString())
                .threads(threads)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(warmUp))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(measured))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        Result<?> octets = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Score(result.getPrimaryResult().getScore(), octets == null ? Double.NaN : octets.getScore());
    }
}
