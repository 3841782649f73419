package dev.tokenport.workflow;

import dev.tokenport.operator.Nearest;
import java.util.Collection;

/** Says what was probably meant by a misspelt name. For one thread. */
final class Suggestion {

    /** A search among thousands of names is slow; a file with more mistakes than this gets no further hints. */
    private static final int MOST = 100;

    private int given;

    /** {@code ; did you mean 'tasks'?}, or the other text if no candidate is near. */
    String instead(String name, Collection<String> candidates, String otherwise) {
        if (given >= MOST) {
            return otherwise;
        }
        given++;
        return Nearest.hint(name, candidates, otherwise);
    }
}
