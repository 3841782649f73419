package dev.tokenport.service.file;

import java.io.Serial;

/** A file cannot be written; whoever wants to write it adds its name. */
public final class FileFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String predicate;

    FileFault(String predicate) {
        super(predicate);
        this.predicate = predicate;
    }

    /** What is wrong with the file: a sentence of which its name is the subject. */
    public String predicate() {
        return predicate;
    }
}
