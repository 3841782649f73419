package dev.tokenport.integration.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Orders, one by one, in pages of all kinds, in lines and tables. There are 25. Thread-safe. */
final class Orders {

    /** How many orders there are. */
    static final int COUNT = 25;

    private static final int PAGE = 10;
    private static final String UNKNOWN = "999999";

    /**
     * {@code GET /orders/7}, {@code POST /orders}, {@code GET /orders}: all of them, or with
     * {@code page} those of a page, and a {@code Link} header (RFC 8288) names the next one.
     */
    void orders(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if ("POST".equals(request.getMethod())) {
            String body = new String(request.getInputStream().readAllBytes(), UTF_8);
            response.setStatus(HttpServletResponse.SC_CREATED);
            Answering.json(response, "{\"received\": " + body + "}");
        } else if (id.isEmpty()) {
            list(request, response);
        } else if (id.equals(UNKNOWN)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            Answering.json(response, order(Integer.parseInt(id)));
        }
    }

    /** Pages that name the next one in their JSON: {@code /paging/next}; null in the last. */
    void nexting(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int page = Answering.number(request, "page", 1);
        String next = page * PAGE < COUNT ? "\"" + request.getRequestURI() + "?page=" + (page + 1) + "\"" : "null";
        Answering.json(response, "{\"orders\": " + page(page) + ", \"paging\": {\"next\": " + next + "}}");
    }

    /** Pages of {@code /items} that give a cursor for the next one: {@code /next}; none in the last. */
    void feed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String cursor = request.getParameter("cursor");
        int page = cursor == null || cursor.isEmpty() ? 1 : Integer.parseInt(cursor.replace("p=", ""));
        String next = page * PAGE < COUNT ? ", \"next\": \"p=" + (page + 1) + "\"" : "";
        Answering.json(response, "{\"items\": " + page(page) + next + "}");
    }

    /** Pages by number; an empty one behind the last. */
    void numbered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answering.json(response, "{\"orders\": " + page(Answering.number(request, "page", 1)) + "}");
    }

    /** One order a line, as many as {@code count} says. */
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String lines = IntStream.rangeClosed(1, Answering.number(request, "count", COUNT))
                .mapToObj(id -> order(id) + "\n")
                .collect(Collectors.joining());
        Answering.send(response, "application/x-ndjson", lines);
    }

    /** A table. */
    void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String rows = IntStream.rangeClosed(1, COUNT)
                .mapToObj(id -> id + ",\"customer, " + id + "\"\r\n")
                .collect(Collectors.joining());
        Answering.send(response, "text/csv", "id,customer\r\n" + rows);
    }

    private static void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int page = Answering.number(request, "page", 0);
        if (page > 0 && page * PAGE < COUNT) {
            response.setHeader("Link", "<" + request.getRequestURL() + "?page=" + (page + 1) + ">; rel=\"next\"");
        }
        Answering.json(response, page > 0 ? page(page) : list(1, COUNT));
    }

    private static String page(int number) {
        return list((number - 1) * PAGE + 1, Math.min(number * PAGE, COUNT));
    }

    private static String list(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Orders::order).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String order(int id) {
        return "{\"id\": " + id + ", \"customer\": \"customer " + id + "\", \"amount\": " + id + ".50}";
    }
}
