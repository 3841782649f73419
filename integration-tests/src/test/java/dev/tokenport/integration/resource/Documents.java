package dev.tokenport.integration.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Octets under names: {@code PUT} or {@code POST} keeps them, {@code GET} gives them back. Thread-safe. */
final class Documents implements Answering {

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "/");
        if ("GET".equals(request.getMethod())) {
            byte[] content = documents.get(name);
            if (content == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("application/octet-stream");
            response.getOutputStream().write(content);
        } else {
            byte[] content = request.getInputStream().readAllBytes();
            documents.put(name, content);
            response.setStatus(HttpServletResponse.SC_CREATED);
            Answering.json(response, "{\"name\": \"" + name + "\", \"size\": " + content.length + "}");
        }
    }
}
