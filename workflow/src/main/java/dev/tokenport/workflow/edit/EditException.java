package dev.tokenport.workflow.edit;

import java.io.Serial;

/** A text cannot be changed as was asked; the message is one line that says why, without any value. */
public final class EditException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with this message. */
    EditException(String message) {
        super(message);
    }
}
