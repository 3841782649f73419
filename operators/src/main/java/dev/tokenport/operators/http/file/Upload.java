package dev.tokenport.operators.http.file;

import dev.tokenport.http.RequestBody;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.file.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends files. Thread-safe. */
public final class Upload {

    private static final String OCTETS = "application/octet-stream";

    private final UploadParameters parameters;
    private final FileTemplate template;

    /**
     * What is sent.
     *
     * @param body the octets
     * @param contentType what they are
     */
    public record Content(RequestBody body, String contentType) {}

    /**
     * Files that parameters name.
     *
     * @throws OperatorException if {@code body_file} is not a template
     */
    public Upload(UploadParameters parameters, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.template = new FileTemplate("body_file", parameters.bodyFile(), FileTemplate.Values.PATHS, context);
    }

    /**
     * The body for an entity.
     *
     * @param contentType what the file is, empty if that is not known
     * @param fields the other fields of the form
     * @param boundary a text that nobody expects, for what stands between the fields
     * @throws EntityException if there is no such file
     */
    public Content content(@Nullable Entity entity, String contentType, Map<String, String> fields, String boundary)
            throws EntityException {
        String name = template.name(entity);
        Path path = template.path(name);
        RequestBody file = file(name, path);
        String type = contentType.isBlank() ? OCTETS : contentType;
        if (parameters.uploadAs() == UploadAs.BODY) {
            return new Content(file, type);
        }
        var form = new Multipart(fields, boundary);
        return new Content(
                form.with(parameters.formField(), String.valueOf(path.getFileName()), type, file), form.contentType());
    }

    private RequestBody file(String name, Path path) throws EntityException {
        if (!Files.exists(path)) {
            throw template.fault(name, "does not exist: " + path);
        }
        if (!Files.isRegularFile(path)) {
            throw template.fault(name, "is not a regular file");
        }
        try {
            return RequestBody.of(Files.size(path), () -> {
                try {
                    return Files.newInputStream(path);
                } catch (IOException e) {
                    throw new IOException("body_file '" + name + "' cannot be read: " + Reason.of(e), e);
                }
            });
        } catch (IOException e) {
            throw template.fault(name, "cannot be read: " + Reason.of(e));
        }
    }
}
