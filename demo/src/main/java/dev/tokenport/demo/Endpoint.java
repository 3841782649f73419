package dev.tokenport.demo;

import java.util.Map;

/** What answers the requests to one path. Thread-safe. */
interface Endpoint {

    /** The answer to a request. */
    Answer answer(Received request);

    /**
     * A request; prints method and path only.
     *
     * @param method the method
     * @param path the path
     * @param authorization the header of that name, empty if there is none
     * @param contentType the header of that name, empty if there is none
     * @param body the body as UTF-8
     */
    record Received(String method, String path, String authorization, String contentType, String body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * An answer.
     *
     * @param status the status
     * @param headers its headers, one value each
     * @param body its body, UTF-8
     */
    record Answer(int status, Map<String, String> headers, String body) {

        /** Copies the map. */
        public Answer {
            headers = Map.copyOf(headers);
        }

        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body);
        }

        Answer with(String name, String value) {
            var more = new java.util.HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }
    }
}
