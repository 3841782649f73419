package dev.tokenport.operators.http;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.template.Template;

/** A template that is itself confidential: read at each request, compiled when it has changed. Thread-safe. */
final class ConfidentialTemplate {

    private final String parameter;
    private final Secret secret;
    private final Redactor redactor;
    private String text = "";
    private Template template;

    ConfidentialTemplate(String parameter, Secret secret, Redactor redactor) throws OperatorException {
        this.parameter = parameter;
        this.secret = secret;
        this.redactor = redactor;
        this.template = Template.of(parameter, text);
    }

    /** The template as it reads now. */
    synchronized Template now() throws OperatorException {
        String read = secret.reveal();
        if (!read.equals(text)) {
            redactor.add(read);
            template = Template.of(parameter, read);
            text = read;
        }
        return template;
    }
}
