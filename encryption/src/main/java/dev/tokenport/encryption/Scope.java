package dev.tokenport.encryption;

import java.util.Objects;

/** Where a literal can be decrypted. Immutable. */
public sealed interface Scope {

    /**
     * In one workflow only: moved into another, the literal does not decrypt.
     *
     * @param name the workflow's name, not empty
     */
    record OneWorkflow(String name) implements Scope {

        /** Checks the name. */
        public OneWorkflow {
            if (Objects.requireNonNull(name).isBlank()) {
                throw new IllegalArgumentException("a workflow has a name");
            }
        }
    }

    /** Everywhere. */
    record AnyWorkflow() implements Scope {}
}
