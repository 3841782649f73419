package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;

/** Uses its secret with several threads at a time, which wait for each other first, and writes down what they got. */
final class ThreadsOperator implements Operator<ThreadsOperator.Parameters> {

    /** What a thread does. */
    enum Work {
        /** It waits for ever. */
        STAY,
        /** It raises an unexpected error. */
        BREAK,
        /** It asks for the secret to use now. */
        CURRENT,
        /** It gives up the secret. */
        RENEW,
        /** It gives up the secret, and then gives up the same one again. */
        RENEW_TWICE
    }

    /**
     * What it does.
     *
     * @param threads how many threads
     * @param work what each does
     * @param secret the secret
     * @param other a secret under another name, used in its place
     */
    record Parameters(
            @Parameter(id = "threads", label = "Threads", defaultValue = "1")
            int threads,

            @Parameter(id = "work", label = "Work", defaultValue = "current")
            Work work,

            @Parameter(id = "secret", label = "Secret") Optional<Secret> secret,

            @Parameter(id = "other", label = "Other") Optional<Secret> other) {}

    private final Journal journal;

    ThreadsOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-threads", "Test threads", "Does things side by side.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.DependencyOnly(), Optional.empty());
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context) throws InterruptedException {
        Set<String> results = new ConcurrentSkipListSet<>();
        CountDownLatch begun = new CountDownLatch(parameters.threads);
        CountDownLatch ended = new CountDownLatch(parameters.threads);
        for (int thread = 0; thread < parameters.threads; thread++) {
            context.executor().execute(() -> {
                journal.met(Thread.currentThread());
                begun.countDown();
                try {
                    begun.await();
                    results.add(result(parameters, context));
                } catch (OperatorException e) {
                    results.add("error: " + e.getMessage());
                } catch (InterruptedException e) {
                    journal.add(context.task(), "work is interrupted");
                }
                ended.countDown();
            });
        }
        begun.await();
        context.progress("works");
        ended.await();
        journal.add(context.task(), "got " + results);
        return Output.none();
    }

    private static String result(Parameters parameters, RunContext context)
            throws OperatorException, InterruptedException {
        if (parameters.work == Work.BREAK) {
            throw new IllegalStateException("work is broken");
        }
        if (parameters.work == Work.STAY) {
            new CountDownLatch(1).await();
        }
        String name = parameters.other.isPresent() ? "other" : "secret";
        Secret held = parameters.other.or(parameters::secret).orElseThrow();
        if (parameters.work == Work.CURRENT) {
            return context.current(name, held).reveal();
        }
        if (parameters.work == Work.RENEW_TWICE) {
            context.renew(name, Secret.of(held.reveal()));
        }
        return context.renew(name, held).map(Secret::reveal).orElse("none");
    }
}
