package dev.tokenport.web.edit;

import dev.tokenport.web.site.EventStream;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Threads;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.edit.EditException;
import gg.jte.generated.web.edit.JteverificationGenerated;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tries out tasks as they stand in an editor, line by line. One that was ordered begins when its page listens, and is given up
 * when the page has gone. Thread-safe.
 */
final class Verifications implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.tokenport.web");
    private static final int MOST = 8;
    private static final int BEAT_SECONDS = 1;

    /** What was ordered. */
    private record Order(Plan plan, String task) {}

    private final Site site;
    private final ShownTexts texts;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final ExecutorService threads = Threads.atMost(MOST, "tokenport-verification");
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(Threads.named("tokenport-verification"));

    Verifications(Site site, ShownTexts texts) {
        this.site = site;
        this.texts = texts;
    }

    /** Takes the text of an editor; the answer says where to listen. */
    void order(Context context) throws IOException {
        Sent sent = Sent.of(site, context);
        String task = sent.task().orElse("");
        try {
            String text = texts.meant(sent.file().file(), sent.text());
            String masked = texts.shown(sent.file().file(), text);
            Plan plan = site.workbench().plan(sent.file().file(), text);
            boolean isSaved =
                    masked.equals(texts.shown(sent.file().file(), sent.file().text()));
            String id = keep(new Order(plan, task));
            show(
                    context,
                    task,
                    Optional.of("/edits/verifications/" + id),
                    isSaved ? "" : "What is verified is the text in" + " the editor, which is not saved.");
        } catch (EditException e) {
            throw Changing.refusal(Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (WorkflowException e) {
            int mistakes = e.problems().size();
            show(
                    context,
                    task,
                    Optional.empty(),
                    "Nothing was sent: mend the " + (mistakes == 1 ? "mistake" : mistakes + " mistakes")
                            + " in the text first.");
        }
    }

    private void show(Context context, String task, Optional<String> events, String notice) {
        site.pages()
                .show(
                        context,
                        output -> JteverificationGenerated.render(output, null, task, events.orElse(""), notice));
    }

    private String keep(Order order) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        String id = HexFormat.of().formatHex(octets);
        synchronized (orders) {
            if (orders.size() >= MOST) {
                orders.remove(orders.keySet().iterator().next());
            }
            orders.put(id, order);
        }
        return id;
    }

    /** Does what was ordered while the page listens. */
    void follow(SseClient client) {
        Order order;
        synchronized (orders) {
            order = orders.remove(client.ctx().pathParam("id"));
        }
        if (order == null) {
            throw new NotFoundResponse("this verification is over; begin another");
        }
        var work = new Object() {
            Optional<Future<?>> future = Optional.empty();
            Optional<Future<?>> beat = Optional.empty();

            synchronized void cancel() {
                future.ifPresent(running -> running.cancel(true));
                beat.ifPresent(beating -> beating.cancel(false));
            }
        };
        EventStream stream = EventStream.open(client, site.workbench().redactor(), work::cancel);
        try {
            synchronized (work) {
                work.beat = Optional.of(
                        beats.scheduleWithFixedDelay(stream::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS));
                work.future = Optional.of(threads.submit(() -> verify(order, stream)));
            }
        } catch (RejectedExecutionException e) {
            stream.send("over", MOST + " tasks are being verified, and no more at a time: wait for one");
            stream.close();
        }
    }

    private void verify(Order order, EventStream stream) {
        try {
            boolean token = site.workbench().verify(order.plan(), order.task(), line -> stream.send("line", line));
            stream.send("over", token ? "There was a token: this works." : "There was no token.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the verification of task '" + order.task() + "' failed: " + e, e);
            stream.send("over", "This failed in a way it should not; the terminal with 'tokenport serve' says more.");
        } finally {
            stream.close();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        beats.shutdownNow();
    }
}
