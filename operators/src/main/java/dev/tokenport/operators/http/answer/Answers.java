package dev.tokenport.operators.http.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Response;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.json.JsonFormat;
import dev.tokenport.service.json.JsonPointer;
import dev.tokenport.service.json.JsonRows;
import dev.tokenport.service.json.SchemaPool;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads the answers of a task as its parameters say. Thread-safe. */
public final class Answers {

    private static final int BLANKS = 1 << 14;

    private final AnswerParameters parameters;
    private final JsonPointer records;
    private final List<JsonPointer> kept;
    private final boolean jsonWanted;
    private final Caller caller;
    private final RunContext context;
    private final SchemaPool schemas = new SchemaPool();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();

    /**
     * Answers to the requests of a task.
     *
     * @param parameters what becomes of them
     * @param kept what is looked up in them beside the records
     * @param jsonWanted whether JSON was asked for
     * @param caller who asks
     * @param context the world
     */
    public Answers(
            AnswerParameters parameters,
            List<JsonPointer> kept,
            boolean jsonWanted,
            Caller caller,
            RunContext context) {
        this.parameters = parameters;
        this.records = JsonPointer.of("records", parameters.records());
        this.kept = List.copyOf(kept);
        this.jsonWanted = jsonWanted;
        this.caller = caller;
        this.context = context;
    }

    /**
     * The entities of an answer; closed together with it.
     *
     * @throws OperatorException if it is nothing that can be read
     * @throws InterruptedException as soon as the run is cancelled
     */
    public AnswerEntities of(Answered answered) throws OperatorException, InterruptedException {
        AnswerEntities entities = null;
        try {
            entities = new AnswerEntities(answered, records(answered), caller, context.redactor());
            return entities;
        } catch (AnswerFault e) {
            throw caller.failure(answered.request(), " " + e.getMessage(), e);
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        } finally {
            if (entities == null) {
                new AnswerEntities(answered, new NoRecords(), caller, context.redactor()).close();
            }
        }
    }

    private Records records(Answered answered) throws AnswerFault, IOException {
        Response response = answered.response();
        ContentType type = ContentType.of(response.headers());
        // What is held in memory can be read twice as it is.
        InputStream body = response.body().markSupported() ? response.body() : new BufferedInputStream(response.body());
        int first = peek(body);
        if (first < 0) {
            return new NoRecords();
        }
        AnswerFormat format = format(type, first);
        Charset charset = charset(type);
        var replayed = new Response(response.status(), response.headers(), body);
        if (format == AnswerFormat.CSV || format == AnswerFormat.TEXT) {
            requireJson(format, type);
        }
        return switch (format) {
            case JSON -> found(answered, new JsonRecords(new JsonRows(body, json(charset), schemas), type, "JSON"));
            case NDJSON -> {
                JsonFormat lines = json(charset).in(JsonFormat.Layout.LINES);
                yield found(
                        answered, new JsonRecords(new JsonRows(body, lines, schemas), type, "a JSON value per line"));
            }
            case CSV -> CsvRecords.of(body, parameters.csvSeparator(), type, charset);
            case TEXT, AUTO -> text(answered, new TextRecord(replayed, type, charset, parameters.maxBody()), type);
        };
    }

    private AnswerFormat format(ContentType type, int first) {
        if (parameters.answerFormat() != AnswerFormat.AUTO) {
            return parameters.answerFormat();
        }
        boolean looksLikeJson = first == '{' || first == '[';
        return AnswerFormat.of(type).orElse(looksLikeJson ? AnswerFormat.JSON : AnswerFormat.TEXT);
    }

    private JsonFormat json(Charset charset) {
        JsonFormat format = JsonFormat.of(JsonRows.Scalars.VALUES).in(charset).upTo(parameters.maxBody());
        if (records.equals(JsonPointer.WHOLE)) {
            return format.keeping(kept);
        }
        List<JsonPointer> places = new ArrayList<>(kept);
        places.add(records);
        return format.at(records, JsonFormat.Missing.NONE).keeping(places);
    }

    /** Many services leave out what is empty, so nothing is no fault; but it may be a misspelt pointer. */
    private Records found(Answered answered, JsonRecords json) {
        if (records.equals(JsonPointer.WHOLE)) {
            return json;
        }
        return new Watched(json, () -> {
            if (json.kept(records).isEmpty() && missed.compareAndSet(false, true)) {
                context.report()
                        .warning(answered.request() + " answered with nothing at '" + records
                                + "', the place of the records; that counts as no records");
            }
        });
    }

    private void requireJson(AnswerFormat format, ContentType type) throws AnswerFault {
        boolean whole = records.equals(JsonPointer.WHOLE);
        String parameter = whole ? "paging_pointer" : "records";
        if (!whole || !kept.isEmpty()) {
            String read = format == AnswerFormat.CSV ? "CSV" : "text";
            throw new AnswerFault("answered " + type.shown() + ", which is read as " + read + ", while " + parameter
                    + " is a place in JSON; set answer_format to json if it is JSON all the same");
        }
    }

    private Records text(Answered answered, Records text, ContentType type) {
        boolean unexpected = jsonWanted && parameters.answerFormat() == AnswerFormat.AUTO;
        if (unexpected && warned.compareAndSet(false, true)) {
            context.report()
                    .warning(answered.request() + " answered " + type.shown()
                            + " instead of JSON; each such answer is one entity with the path body");
        }
        return text;
    }

    /** The first octet that is not white space, left to be read; -1 if there is none. */
    private static int peek(InputStream body) throws IOException {
        body.mark(BLANKS);
        for (int i = 1; i <= BLANKS; i++) {
            int octet = body.read();
            if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n') {
                body.reset();
                return octet;
            }
        }
        body.reset();
        return ' ';
    }

    private Charset charset(ContentType type) throws AnswerFault {
        String given = parameters.answerCharset().strip();
        Optional<String> name = given.isEmpty() ? type.parameter("charset") : Optional.of(given);
        try {
            return name.filter(text -> !text.isEmpty()).map(Charset::forName).orElse(UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new AnswerFault(
                    "answered in the unknown character set '" + name.orElse("") + "'; set answer_charset", e);
        }
    }
}
