package dev.tokenport.operator;

/** What a task gives. */
public sealed interface Output {

    /** Nothing. */
    static Output none() {
        return new None();
    }

    /** A stream, part of the task's work: it is read to its end even when nobody takes it. */
    static Output of(Entities entities) {
        return new Stream(entities);
    }

    /** A stream that is opened only when somebody takes it, as of a dataset that can be read again. */
    static Output onDemand(Opener opener) {
        return new OnDemand(opener);
    }

    /** Opens a stream. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens the stream, once at the most.
         *
         * @throws OperatorException if it cannot be opened
         * @throws InterruptedException as soon as the run is cancelled
         */
        Entities open() throws OperatorException, InterruptedException;
    }

    /** Nothing. */
    record None() implements Output {}

    /** A stream that is read to its end in any case. */
    record Stream(Entities entities) implements Output {}

    /** A stream that is opened only when somebody takes it. */
    record OnDemand(Opener opener) implements Output {}
}
