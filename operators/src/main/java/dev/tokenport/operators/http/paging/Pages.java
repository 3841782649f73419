package dev.tokenport.operators.http.paging;

import dev.tokenport.http.Urls;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operators.http.answer.AnswerEntities;
import dev.tokenport.service.EntityException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of all pages of one answer. A page is asked for when the one before has been read. For one thread. */
public final class Pages implements Entities {

    private final PagingParameters parameters;
    private final Source source;
    private final NextPage next;
    private final Set<URI> seen = new HashSet<>();
    private AnswerEntities page;
    private boolean ended;

    /** Where pages come from. */
    @FunctionalInterface
    public interface Source {

        /**
         * Asks for a page.
         *
         * @throws OperatorException if there is none
         * @throws InterruptedException as soon as the run is cancelled
         */
        AnswerEntities page(URI url) throws OperatorException, InterruptedException;
    }

    /**
     * Asks for the first page.
     *
     * @param url where a request without pages would go
     * @throws OperatorException if there is none
     * @throws InterruptedException as soon as the run is cancelled
     */
    public Pages(PagingParameters parameters, URI url, Source source) throws OperatorException, InterruptedException {
        this.parameters = parameters;
        this.source = source;
        this.next = new NextPage(parameters, url);
        this.page = source.page(next.first());
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        while (!ended) {
            Entity entity = page.next();
            if (entity != null) {
                return entity;
            }
            turn();
        }
        return null;
    }

    private void turn() throws OperatorException, InterruptedException {
        Optional<URI> url = following();
        page.close();
        if (url.isEmpty()) {
            ended = true;
            return;
        }
        seen.add(next.first());
        if (!seen.add(url.get())) {
            throw fault("answered that the next page is one that has been read already; its pages lead in a circle, at "
                    + Urls.origin(url.get()));
        }
        if (seen.size() > parameters.pagingLimit()) {
            throw fault("is not the last page, and there were " + parameters.pagingLimit()
                    + " already; raise paging_limit if there are that many");
        }
        page = source.page(url.get());
    }

    private Optional<URI> following() throws EntityException {
        try {
            return next.after(page);
        } catch (PagingFault e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    private EntityException fault(String what) {
        return new EntityException(page.answered().request() + " " + what);
    }

    @Override
    public void close() throws OperatorException {
        ended = true;
        page.close();
    }
}
