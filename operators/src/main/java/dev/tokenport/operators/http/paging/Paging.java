package dev.tokenport.operators.http.paging;

/** How a service says where its next page is. */
public enum Paging {
    /** There is one page. */
    NONE,
    /** A header {@code Link} with the relation {@code next} (RFC 8288). */
    LINK,
    /** Its URL stands in the answer. */
    NEXT_URL,
    /** A cursor stands in the answer, and goes into the query of the next request. */
    CURSOR,
    /** Pages are counted. */
    PAGE_NUMBER,
    /** Records are counted. */
    OFFSET;

    /** Whether it looks something up in the answer. */
    boolean pointed() {
        return this == NEXT_URL || this == CURSOR;
    }

    /** Whether something goes into the query. */
    boolean parametrised() {
        return this == CURSOR || counted();
    }

    /** Whether it counts. */
    boolean counted() {
        return this == PAGE_NUMBER || this == OFFSET;
    }
}
