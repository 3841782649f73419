package dev.tokenport.sparql.text;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.template.Template;
import java.util.Optional;

/** A query or update with the values of entities in it, none of which can be more than a value. Immutable, thread-safe. */
public final class SparqlTemplate {

    private final String parameter;
    private final Template template;
    private final Redactor redactor;

    private SparqlTemplate(String parameter, Template template, Redactor redactor) {
        this.parameter = parameter;
        this.template = template;
        this.redactor = redactor;
    }

    /**
     * Reads a template.
     *
     * @param parameter the id of the parameter that holds it
     * @throws OperatorException if it is not a template
     */
    public static SparqlTemplate of(String parameter, String text, Redactor redactor) throws OperatorException {
        return new SparqlTemplate(parameter, Template.of(parameter, text), redactor);
    }

    /**
     * The SPARQL for an entity.
     *
     * @param entity what the template sees; empty without an input
     * @throws EntityException if it cannot be rendered with this entity, or a value cannot stand where the template puts it
     */
    public String text(Optional<Entity> entity) throws EntityException {
        var writer = new SparqlWriter();
        String text = template.text(entity.orElse(null), redactor, writer);
        try {
            writer.check(text);
        } catch (MisplacedValueException e) {
            throw new EntityException(parameter + " " + e.getMessage(), e);
        }
        return text;
    }
}
