package dev.tokenport.integration.fault;

import dev.tokenport.http.TimeSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The process that asks the servers: it reads groups of orders, carries each group out side by side, and answers with a
 * reply for each, in the same order, and with the most memory that was in use at a time, beyond what was in use before.
 */
final class AskingProcess {

    /** Stands before what nobody should see. */
    static final String UNEXPECTED = "unexpected ";

    private final Question question;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private AskingProcess(Path folder) {
        this.question = new Question(folder);
    }

    /** Serves the one that has started it, with a folder for its files. */
    public static void main(String[] arguments) throws Exception {
        var process = new AskingProcess(Path.of(arguments[0]));
        try (var in = new DataInputStream(System.in);
                var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            for (int size = in.readInt(); size > 0; size = in.readInt()) {
                List<Order> orders = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    orders.add(Order.read(in));
                }
                process.serve(orders, out);
            }
        } finally {
            process.threads.shutdownNow();
        }
    }

    private void serve(List<Order> orders, DataOutputStream out)
            throws IOException, InterruptedException, ExecutionException {
        var memory = new MemoryWatch();
        List<Future<Reply>> asked = new ArrayList<>();
        for (Order order : orders) {
            asked.add(threads.submit(() -> reply(order)));
        }
        while (!asked.stream().allMatch(Future::isDone)) {
            memory.look();
        }
        for (Future<Reply> reply : asked) {
            reply.get().write(out);
        }
        out.writeLong(memory.most());
        out.flush();
    }

    private Reply reply(Order order) throws IOException, InterruptedException {
        TimeSource time = TimeSource.system();
        long begun = time.nanoTime();
        String seen;
        try {
            seen = question.ask(order);
        } catch (RuntimeException | Error e) {
            seen = UNEXPECTED + e;
        }
        return new Reply(seen, Duration.ofNanos(time.nanoTime() - begun));
    }
}
