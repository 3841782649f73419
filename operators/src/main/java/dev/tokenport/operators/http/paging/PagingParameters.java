package dev.tokenport.operators.http.paging;

import dev.tokenport.operator.Parameter;
import dev.tokenport.service.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the pages of an answer are found.
 *
 * @param paging how the service says where its next page is
 * @param pagingPointer where the URL or the cursor of the next page is in the answer
 * @param pagingParameter the query parameter for cursor, page number or offset
 * @param pagingStart the first page number or offset
 * @param pagingLimit how many pages there may be
 */
public record PagingParameters(
        @Parameter(
                id = "paging",
                label = "Paging",
                description =
                        "How the service says where the next page is: `none`, there is one page; `link`, by a header `Link` with `rel=next`; `next_url`, by a URL in the answer; `cursor`, by a cursor in the answer; `page_number` and `offset`, by counting pages or records until a page is empty.",
                defaultValue = "none")
        Paging paging,

        @Parameter(
                id = "paging_pointer",
                label = "Paging pointer",
                description =
                        "Where the URL or the cursor of the next page is in a JSON answer: a JSON pointer such as `/meta/next`. Nothing, `null`, `false` or an empty text there: this was the last page.")
        String pagingPointer,

        @Parameter(
                id = "paging_parameter",
                label = "Paging parameter",
                description =
                        "The query parameter that the cursor, the page number or the offset is sent in; it replaces one of that name in the URL.")
        String pagingParameter,

        @Parameter(
                id = "paging_start",
                label = "Paging start",
                description =
                        "The number of the first page, or the first offset. Empty: 1 for `page_number`, 0 for `offset`.",
                advanced = true)
        Optional<Long> pagingStart,

        @Parameter(
                id = "paging_limit",
                label = "Paging limit",
                description =
                        "How many pages an answer may have. One with more is an error rather than a part of the data; it may also be a service that never comes to an end.",
                defaultValue = "10000",
                advanced = true)
        int pagingLimit) {

    /** Checks the values. */
    public PagingParameters {
        List<String> faults = new ArrayList<>();
        String name = paging.name().toLowerCase(Locale.ROOT);
        faults.addAll(fits("paging_pointer", pagingPointer, paging.pointed(), name));
        faults.addAll(fits("paging_parameter", pagingParameter, paging.parametrised(), name));
        try {
            JsonPointer.of("paging_pointer", pagingPointer);
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
        }
        if (pagingStart.isPresent() && !paging.counted()) {
            faults.add("paging_start is given, but paging is " + name + ", which does not count");
        }
        if (pagingStart.isPresent() && pagingStart.get() < 0) {
            faults.add("paging_start " + pagingStart.get() + " is negative");
        }
        if (pagingLimit < 1) {
            faults.add("paging_limit " + pagingLimit + " is less than 1");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** What is looked up in each answer. */
    public List<JsonPointer> kept() {
        return paging.pointed() ? List.of(pointer()) : List.of();
    }

    JsonPointer pointer() {
        return JsonPointer.of("paging_pointer", pagingPointer);
    }

    long start() {
        return pagingStart.orElse(paging == Paging.PAGE_NUMBER ? 1L : 0L);
    }

    private static List<String> fits(String parameter, String value, boolean needed, String paging) {
        if (value.isBlank() == !needed) {
            return List.of();
        }
        return List.of(
                needed
                        ? parameter + " is missing; it is mandatory when paging is " + paging
                        : parameter + " is given, but paging is " + paging + ", which has no use for it");
    }
}
