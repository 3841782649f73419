package dev.tokenport.temporal.message;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tasks in few characters. They are compressed here rather than where payloads are encrypted, so that a secret which somebody
 * else knows the neighbours of, such as a token in an answer, is never compressed along with these.
 */
final class PackedTasks {

    private record TaskList(List<TaskDefinition> tasks) {}

    private PackedTasks() {}

    /** The Base64 of the compressed JSON of tasks. */
    static String pack(List<TaskDefinition> tasks) {
        Payload json = DefaultDataConverter.newDefaultInstance()
                .toPayload(new TaskList(tasks))
                .orElseThrow();
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            json.getData().writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /**
     * The tasks that were packed.
     *
     * @throws IllegalArgumentException if they cannot be read
     */
    static List<TaskDefinition> unpack(String packed) {
        byte[] compressed = Base64.getDecoder().decode(packed);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            Payload json = Payload.newBuilder()
                    .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                    .setData(ByteString.readFrom(gzip))
                    .build();
            return DefaultDataConverter.newDefaultInstance()
                    .fromPayload(json, TaskList.class, TaskList.class)
                    .tasks();
        } catch (IOException e) {
            throw new IllegalArgumentException("the tasks of the order cannot be read: " + e.getMessage(), e);
        }
    }
}
