package dev.tokenport.graphql;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.KnownFaults;
import dev.tokenport.service.json.JsonPointer;
import dev.tokenport.service.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a task asks, and what of it can be checked before there is an entity. Immutable.
 *
 * @param query the document
 * @param variables the values of its variables
 * @param operationName which operation, empty for the only one
 * @param records where in the data the records are, empty for the natural place
 * @param operation what the document asks for, empty if it is a template
 */
record Question(
        Template query,
        Template variables,
        String operationName,
        Optional<JsonPointer> records,
        Optional<Operation> operation) {

    /**
     * Reads the parameters.
     *
     * @param records a JSON pointer, possibly empty
     * @throws OperatorException if no answer can come of it, whatever the entities are
     */
    static Question of(String query, String variables, String operationName, String records, Redactor redactor)
            throws OperatorException {
        Optional<JsonPointer> pointer = Optional.of(records)
                .filter(text -> !text.isEmpty())
                .map(text -> JsonPointer.of(GraphQLParameters.RECORDS, text));
        var asked = new Question(
                Template.of(GraphQLParameters.QUERY, query),
                Template.of(GraphQLParameters.VARIABLES, variables),
                operationName.strip(),
                pointer,
                Optional.empty());
        if (Template.isTemplate(query)) {
            return asked;
        }
        Operation operation = asked.operation(query, redactor);
        if (!Template.isTemplate(variables)) {
            check(operation, variables, redactor);
        }
        return new Question(asked.query, asked.variables, asked.operationName, asked.records, Optional.of(operation));
    }

    /** What is wrong with the parameters as far as they are known before a run. */
    static List<ParameterFault> faults(KnownParameters known) {
        var faults = new KnownFaults(known)
                .of(GraphQLParameters.RECORDS, records -> JsonPointer.of(GraphQLParameters.RECORDS, records))
                .of(GraphQLParameters.VARIABLES, Question::checkVariables);
        return faults.found().isEmpty()
                ? faults.of(GraphQLParameters.QUERY, query -> check(query, known))
                        .found()
                : faults.found();
    }

    private static void checkVariables(String values) throws OperatorException {
        Template.of(GraphQLParameters.VARIABLES, values);
        if (!Template.isTemplate(values)) {
            VariableValues.names(values, new Redactor());
        }
    }

    /** Checks a query together with the other parameters, or by itself as long as one of those is not known. */
    private static void check(String query, KnownParameters known) throws OperatorException {
        Optional<String> variables = known.text(GraphQLParameters.VARIABLES);
        Optional<String> operationName = known.text(GraphQLParameters.OPERATION_NAME);
        Optional<String> records = known.text(GraphQLParameters.RECORDS);
        if (variables.isPresent() && operationName.isPresent() && records.isPresent()) {
            of(query, variables.get(), operationName.get(), records.get(), new Redactor());
        } else if (Template.isTemplate(query)) {
            Template.of(GraphQLParameters.QUERY, query);
        } else {
            QueryDocument.of(query);
        }
    }

    /** What a document asks for. */
    Operation operation(String document, Redactor redactor) throws EntityException {
        try {
            return QueryDocument.of(document).operation(operationName, records);
        } catch (EntityException e) {
            throw new EntityException(redactor.redact(String.valueOf(e.getMessage())), e);
        }
    }

    /** Checks that variables have the values that an operation needs. */
    static void check(Operation asked, String values, Redactor redactor) throws EntityException {
        Set<String> given = VariableValues.names(values, redactor);
        for (String variable : asked.variables()) {
            if (!given.contains(variable)) {
                throw new EntityException(
                        GraphQLParameters.VARIABLES + " has no value for '" + variable + "', which the query needs");
            }
        }
    }
}
