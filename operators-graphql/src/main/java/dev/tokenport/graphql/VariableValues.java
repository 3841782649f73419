package dev.tokenport.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema.Path;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonRows;
import dev.tokenport.service.json.JsonRows.Scalars;
import dev.tokenport.service.template.ValueWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks the values of a query's variables: a JSON object. */
final class VariableValues {

    private static final int SHOWN = 200;

    private VariableValues() {}

    /**
     * The variables that have a value other than null.
     *
     * @param text the JSON object; blank for none
     * @throws EntityException if it is no JSON object; the message names the parameter, line and column
     */
    static Set<String> names(String text, Redactor redactor) throws EntityException {
        if (text.isBlank()) {
            return Set.of();
        }
        if (!text.stripLeading().startsWith("{")) {
            throw new EntityException(GraphQLParameters.VARIABLES + " is not a JSON object, such as {\"id\": 1}");
        }
        Set<String> names = new LinkedHashSet<>();
        try (var rows = new JsonRows(new ByteArrayInputStream(text.getBytes(UTF_8)), Scalars.REFUSED)) {
            for (Entity entity = rows.next(); entity != null; entity = rows.next()) {
                for (Path path : entity.schema().paths()) {
                    entity.first(path.name())
                            .filter(value -> !ValueWriter.isMissing((Value.Text) value))
                            .ifPresent(value -> names.add(path.name()));
                }
            }
        } catch (JsonFault e) {
            String reason = redactor.redact(String.valueOf(e.getMessage()), SHOWN);
            throw new EntityException(
                    GraphQLParameters.VARIABLES + ", line " + e.line() + ", column " + e.column() + ": " + reason, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
