package dev.tokenport.operators.http;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.service.Token;
import dev.tokenport.service.template.Template;
import java.util.Optional;

/**
 * A template that is itself confidential: read at each request, in the place of a predecessor where it has one, and compiled
 * when it has changed. Thread-safe.
 */
final class ConfidentialTemplate {

    private final String parameter;
    private final Token secret;
    private String text = "";
    private Template template;

    /** A template as it was read. */
    record Read(Template template, Token.Sent secret) {}

    /**
     * A template.
     *
     * @param parameter what messages call it
     * @param address the address of its parameter
     */
    ConfidentialTemplate(String parameter, String address, Secret secret, RunContext context) throws OperatorException {
        this.parameter = parameter;
        this.secret = new Token(address, Optional.of(secret), context);
        this.template = Template.of(parameter, text);
    }

    /**
     * Checks a template before the run. What is only referenced is not read yet, and checked when it is.
     *
     * @param parameter what messages call it
     * @throws OperatorException if it is not a template; the message shows nothing of its text
     */
    static void check(String parameter, Secret secret) throws OperatorException {
        String written;
        try {
            written = secret.reveal();
        } catch (SecretUnavailableException e) {
            return;
        }
        try {
            Template.of(parameter, written);
        } catch (OperatorException e) {
            // The reason quotes the text, which is confidential.
            throw new OperatorException(parameter
                    + " is not a template; look at its '{{', '{%' and '{#' (the text is confidential, and not shown)");
        }
    }

    /** The template as it reads now. */
    Read now() throws OperatorException, InterruptedException {
        Token.Sent read = secret.now();
        return new Read(compiled(read.text()), read);
    }

    /** Whether there is a successor of what was read and refused. */
    boolean renewed(Token.Sent refused) throws OperatorException, InterruptedException {
        return secret.insteadOf(refused).isPresent();
    }

    private synchronized Template compiled(String read) throws OperatorException {
        if (!read.equals(text)) {
            template = Template.of(parameter, read);
            text = read;
        }
        return template;
    }
}
