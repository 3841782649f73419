package dev.tokenport.http;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through the causes of an exception. */
final class Causes {

    /** More than any real chain has; a chain may lead in a circle. */
    private static final int DEEPEST = 30;

    private Causes() {}

    static <E extends Throwable> Optional<E> first(Throwable exception, Class<E> type) {
        return chain(exception).filter(type::isInstance).map(type::cast).findFirst();
    }

    static boolean has(Throwable exception, Class<? extends Throwable> type) {
        return first(exception, type).isPresent();
    }

    /** The root of the matter. */
    static Throwable innermost(Throwable exception) {
        return chain(exception).reduce((outer, inner) -> inner).orElse(exception);
    }

    /** The message nearest to the root of the matter. */
    static Optional<String> innermostMessage(Throwable exception) {
        return chain(exception)
                .flatMap(cause -> Stream.ofNullable(cause.getMessage()))
                .reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> chain(Throwable exception) {
        var chain = Stream.<Throwable>builder();
        @Nullable Throwable current = exception;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            chain.add(current);
            current = current.getCause();
        }
        return chain.build();
    }
}
