package dev.tokenport.service.template;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.EntityException;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a parameter with Jinja in it: {@code {{ path }}}, {@code {% for … %}}, {@code {% if … %}}, filters. It sees
 * the paths of one entity and nothing else; no file, no method of a value. Any path can be named as {@code
 * {{ entity["path"] }}}, also one whose name is no identifier, or is {@code entity}. What cannot be rendered concerns its
 * entity alone. Immutable, thread-safe.
 */
public final class Template {

    private static final PebbleEngine ENGINE = Sandbox.engine();

    private final String parameter;
    private final String text;
    private final @Nullable PebbleTemplate compiled;
    private final Optional<PathTemplate> ofPaths;

    private Template(String parameter, String text, @Nullable PebbleTemplate compiled) {
        this.parameter = parameter;
        this.ofPaths = compiled == null ? Optional.empty() : PathTemplate.of(text);
        this.text = text;
        this.compiled = compiled;
    }

    /**
     * Reads a template.
     *
     * @param parameter what messages call it, such as {@code url} or {@code headers 'X-Id'}
     * @param text the template
     * @throws OperatorException if it is not a template
     */
    public static Template of(String parameter, String text) throws OperatorException {
        if (!isTemplate(text)) {
            return new Template(parameter, text, null);
        }
        if (Placeholder.in(text)) {
            throw new OperatorException(parameter + " has the noncharacter U+FDD0 or U+FDD1 in it");
        }
        try {
            return new Template(parameter, text, ENGINE.getLiteralTemplate(text));
        } catch (PebbleException e) {
            throw new OperatorException(
                    parameter + " is not a template, line " + e.getLineNumber() + ": " + oneLine(e.getPebbleMessage()));
        } catch (NumberFormatException e) {
            throw new OperatorException(parameter + " is not a template: it has a number that is too large", e);
        } catch (IndexOutOfBoundsException e) {
            // So Pebble tells of blanks at the end of what is not closed, where the text just fills its buffer.
            throw new OperatorException(parameter + " is not a template: what it opens last is not closed", e);
        }
    }

    /** Whether there is anything of a template in the text. */
    public static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }

    /** A URL. A value at its start is taken as it is, any other is percent-encoded. */
    public String url(@Nullable Entity entity, Redactor redactor) throws EntityException {
        if (compiled == null) {
            return Percent.ascii(text.strip());
        }
        try {
            return UrlText.of(render(entity, redactor));
        } catch (IllegalArgumentException e) {
            throw new EntityException(parameter + " " + e.getMessage(), e);
        }
    }

    /** The value of a header, with nothing encoded. */
    public String header(@Nullable Entity entity, Redactor redactor) throws EntityException {
        return text(entity, redactor, ValueWriter.PLAIN);
    }

    /**
     * A text in any language.
     *
     * @param writer writes the values the template prints; what {@code raw} or {@code tojson} was applied to stands as it is
     */
    public String text(@Nullable Entity entity, Redactor redactor, ValueWriter writer) throws EntityException {
        if (compiled == null) {
            return text;
        }
        try {
            return render(entity, redactor).text(writer);
        } catch (IllegalArgumentException e) {
            throw new EntityException(parameter + " " + e.getMessage(), e);
        }
    }

    /**
     * A body.
     *
     * @param contentType its content type; empty to take JSON if it is JSON, otherwise plain text
     */
    public Body body(@Nullable Entity entity, Redactor redactor, String contentType) throws EntityException {
        Rendering rendering =
                compiled == null ? new Rendering(List.of(new Rendering.Piece.Literal(text))) : render(entity, redactor);
        try {
            return Body.of(rendering, contentType);
        } catch (IllegalArgumentException e) {
            throw new EntityException(parameter + " " + e.getMessage(), e);
        }
    }

    /**
     * A value. A template that prints one value and nothing else gives it with its JSON type, or none if it is missing; any
     * other gives a string. What is made with the help of a secret is a secret, which nobody can renew.
     */
    public Optional<Value> value(@Nullable Entity entity, Redactor redactor) throws EntityException {
        if (compiled == null) {
            return Optional.of(Value.of(text));
        }
        var variables = new Variables(entity, redactor);
        Rendering rendering = render(variables, redactor);
        if (!variables.revealed()) {
            return rendering.value();
        }
        String secret = rendering.text(ValueWriter.PLAIN);
        redactor.add(secret);
        return Optional.of(Value.of(Secret.of(secret)));
    }

    private Rendering render(@Nullable Entity entity, Redactor redactor) throws EntityException {
        return render(new Variables(entity, redactor), redactor);
    }

    private Rendering render(Variables variables, Redactor redactor) throws EntityException {
        Optional<Rendering> known = ofPaths.flatMap(template -> template.rendered(variables));
        return known.isPresent() ? known.get() : evaluated(variables, redactor);
    }

    private Rendering evaluated(Variables variables, Redactor redactor) throws EntityException {
        var out = new StringWriter();
        try {
            if (compiled != null) {
                compiled.evaluate(out, variables);
            }
            return Placeholder.replaced(out.toString(), variables);
        } catch (PebbleException e) {
            throw failure(e, variables, redactor);
        } catch (IllegalArgumentException e) {
            throw new EntityException(parameter + " cannot be rendered: " + e.getMessage(), e);
        } catch (ClassCastException e) {
            throw new EntityException(
                    parameter + " cannot be rendered: a filter or an operator was given a value of the wrong type");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EntityException failure(PebbleException failure, Variables variables, Redactor redactor) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof RootAttributeNotFoundException unknown) {
                return new EntityException(parameter + " names '" + unknown.getAttributeName() + "', which is unknown ("
                        + variables.known() + ")");
            }
            if (e instanceof AttributeNotFoundException unknown) {
                return new EntityException(parameter + " asks a value for '" + unknown.getAttributeName()
                        + "'; values have no attributes, only 'loop' has");
            }
        }
        String reason = redactor.redact(oneLine(failure.getPebbleMessage()), 200);
        return new EntityException(parameter + " cannot be rendered, line " + failure.getLineNumber() + ": " + reason);
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }

    /** Says nothing of the text, which may hold a secret. */
    @Override
    public String toString() {
        return "Template[" + parameter + "]";
    }
}
