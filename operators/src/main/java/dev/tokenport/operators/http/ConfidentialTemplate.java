package dev.tokenport.operators.http;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
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
