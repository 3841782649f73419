package dev.tokenport.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.file.FileFault;
import dev.tokenport.service.file.Reason;
import dev.tokenport.service.file.Replacement;
import dev.tokenport.service.file.Replacements;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;

/**
 * The JSON file that the data of all answers is written to, as an array, all or nothing. What was written of an answer that
 * turned out to be bad is taken back. For one thread.
 */
final class AnswerFile implements AutoCloseable {

    private final String name;
    private final RunContext context;
    private final Replacement replacement;
    private final Writer out;
    private long good;
    private long answers;

    private AnswerFile(String name, RunContext context, Replacement replacement) {
        this.name = name;
        this.context = context;
        this.replacement = replacement;
        this.out = new BufferedWriter(new OutputStreamWriter(replacement.output(), UTF_8), 1 << 16);
    }

    /**
     * Begins to write a file.
     *
     * @param name its name, which starts at the project folder if it is relative
     */
    static AnswerFile of(String name, RunContext context) throws OperatorException, InterruptedException {
        try {
            return new AnswerFile(
                    name,
                    context,
                    Replacements.of(context).replace(context.projectFolder().resolve(name)));
        } catch (FileFault e) {
            throw new OperatorException(subject(name) + " " + e.predicate());
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /** Reads all answers, which write themselves into this, and puts the file into place. */
    void write(Entities all) throws OperatorException, InterruptedException {
        try (Entities reading = all) {
            while (reading.next() != null) {
                throw new IllegalStateException("data that is written gives no entity");
            }
            takeBack();
            out.append(good == 0 ? "[]\n" : "\n]\n").flush();
            context.cancellation().check();
            replacement.commit();
            context.report().fact("file", name);
            context.report().fact("answers", Long.toString(answers));
        } catch (UncheckedIOException e) {
            throw failure(name, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /** The data of the next answer. */
    AnswerData data() {
        return new DataCopy(this);
    }

    /** The data of an answer begins. */
    void begin() {
        try {
            takeBack();
            out.append(good == 0 ? "[\n" : ",\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a piece of the answer that has begun. */
    void append(CharSequence text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that has begun is good. */
    void keep() {
        try {
            out.flush();
            good = replacement.size();
            answers++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        replacement.close();
    }

    private void takeBack() throws IOException {
        out.flush();
        replacement.cut(good);
    }

    private static OperatorException failure(String name, IOException e) throws InterruptedException {
        if (e instanceof ClosedByInterruptException) {
            throw new InterruptedException("the run was cancelled");
        }
        return new OperatorException(subject(name) + " cannot be written: " + Reason.of(e), e);
    }

    private static String subject(String name) {
        return GraphQLParameters.DATASET + " '" + name + "'";
    }
}
