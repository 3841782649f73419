package dev.tokenport.service;

import dev.tokenport.http.Response;

/** What came back for a request. */
sealed interface Reply {

    /** An answer to read. */
    record Opened(Response response) implements Reply {}

    /** It is to be asked elsewhere. */
    record Moved(Redirect redirect) implements Reply {}

    /** Anything else. */
    record Refused(Refusal refusal) implements Reply {}
}
