package dev.tokenport.operators.http.paging;

import java.io.Serial;

/** What a service says of its next page is no use. The message goes behind the request: {@code answered …}. */
final class PagingFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    PagingFault(String message) {
        super(message);
    }
}
