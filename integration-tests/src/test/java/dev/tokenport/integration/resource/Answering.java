package dev.tokenport.integration.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a path of a server answers. Called by several threads at a time. */
@FunctionalInterface
interface Answering {

    /** Answers one request. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException;

    /** Sends JSON. */
    static void json(HttpServletResponse response, String body) throws IOException {
        send(response, "application/json", body);
    }

    /** Sends text, in UTF-8. */
    static void send(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(UTF_8));
    }

    /** A number of the query, or what it is without one. */
    static int number(HttpServletRequest request, String name, int otherwise) {
        String value = request.getParameter(name);
        return value == null || value.isEmpty() ? otherwise : Integer.parseInt(value);
    }
}
