package dev.tokenport.integration.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The other end of an {@link AskingProcess}, which has a small heap. For one thread. */
final class AskingClient implements AutoCloseable {

    static final int HEAP_IN_MB = 96;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    /**
     * What a group of orders came to.
     *
     * @param replies the replies, in the order of the orders
     * @param memory the most octets in use at a time, beyond those before
     */
    record Group(List<Reply> replies, long memory) {}

    private AskingClient(Process process) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** Starts the process, with the options that matter of those that the launcher of the command sets. */
    static AskingClient started(Path folder) throws IOException {
        return new AskingClient(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_IN_MB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AskingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    Group ask(List<Order> orders) throws IOException {
        out.writeInt(orders.size());
        for (Order order : orders) {
            order.write(out);
        }
        out.flush();
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            replies.add(Reply.read(in));
        }
        return new Group(replies, in.readLong());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        in.close();
    }
}
