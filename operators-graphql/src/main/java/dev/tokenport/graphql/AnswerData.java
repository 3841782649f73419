package dev.tokenport.graphql;

import dev.tokenport.operator.Entity;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** What becomes of the {@code data} of an answer. For one thread. */
interface AnswerData {

    /**
     * Takes the next token of {@code data}, and what follows it as far as it likes.
     *
     * @param tokens where the token comes from
     * @param token the token
     * @return an entity, if one is complete
     * @throws JsonFault if the data is not what it should be
     */
    @Nullable
    Entity take(JsonTokens tokens, JsonToken token) throws JsonFault;

    /** Whether there was anything but null so far. */
    boolean found();

    /**
     * The answer has come to its end, and is good.
     *
     * @return an entity that was held back until now
     */
    @Nullable
    Entity finish();
}
