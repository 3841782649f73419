package dev.tokenport.operators.http.paging;

import dev.tokenport.http.UrlReference;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.operators.http.answer.AnswerEntities;
import dev.tokenport.service.Answered;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Finds the pages of one answer. For one thread. */
final class NextPage {

    private static final List<String> ENDS = List.of("null", "false");

    private final PagingParameters parameters;
    private final URI first;
    private long position;

    /** Pages of the answer to a request to this URL. */
    NextPage(PagingParameters parameters, URI url) {
        this.parameters = parameters;
        this.position = parameters.start();
        this.first = parameters.paging().counted() ? counted(url) : url;
    }

    /** The URL of the first page. */
    URI first() {
        return first;
    }

    /**
     * The URL of the page behind one that has been read, empty if that was the last one.
     *
     * @throws PagingFault if what the service says of it is no use
     */
    Optional<URI> after(AnswerEntities page) throws PagingFault {
        return switch (parameters.paging()) {
            case NONE -> Optional.empty();
            case LINK -> link(page.answered());
            case NEXT_URL -> url(page);
            case CURSOR -> pointed(page).map(cursor -> QueryParameter.set(first, parameters.pagingParameter(), cursor));
            case PAGE_NUMBER -> behind(page, 1);
            case OFFSET -> behind(page, page.count());
        };
    }

    private Optional<URI> link(Answered answered) throws PagingFault {
        List<String> headers = answered.response().headers().all("Link");
        Optional<String> target = LinkHeader.target(headers, "next");
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> url = UrlReference.inHeader(answered.request().url(), target.get());
        if (url.isEmpty()) {
            throw new PagingFault("answered with a header Link whose next page is not a URL");
        }
        return url;
    }

    private Optional<URI> url(AnswerEntities page) throws PagingFault {
        Optional<String> target = pointed(page);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> url = UrlReference.inData(page.answered().request().url(), target.get());
        if (url.isEmpty()) {
            throw new PagingFault("answered with something at '" + parameters.pagingPointer() + "' that is not a URL");
        }
        return url;
    }

    private Optional<String> pointed(AnswerEntities page) throws PagingFault {
        Optional<Value.Text> value = page.kept(parameters.pointer());
        if (value.filter(NextPage::isStructure).isPresent()) {
            throw new PagingFault("answered with an array or object at '" + parameters.pagingPointer()
                    + "', the place of the next page; paging_pointer has to lead into it");
        }
        return value.filter(text -> !isEnd(text)).map(Value.Text::text);
    }

    private static boolean isStructure(Value.Text value) {
        return value.type() == JsonType.JSON && !value.text().equals("null");
    }

    private static boolean isEnd(Value.Text value) {
        return value.text().isEmpty() || (value.type() != JsonType.STRING && ENDS.contains(value.text()));
    }

    private Optional<URI> behind(AnswerEntities page, long step) {
        if (page.count() == 0) {
            return Optional.empty();
        }
        position += step;
        return Optional.of(counted(first));
    }

    private URI counted(URI url) {
        return QueryParameter.set(url, parameters.pagingParameter(), Long.toString(position));
    }
}
