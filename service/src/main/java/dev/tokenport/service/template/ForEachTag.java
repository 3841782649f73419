package dev.tokenport.service.template;

import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.lexer.TokenStream;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tag {@code for}, in which the name of a path stands for all of its values rather than the first. */
final class ForEachTag implements TokenParser {

    @Override
    public String getTag() {
        return "for";
    }

    @Override
    public RenderableNode parse(Token token, Parser parser) {
        TokenStream stream = parser.getStream();
        stream.next();
        String variable = parser.getExpressionParser().parseNewVariableName();
        stream.expect(Token.Type.NAME, "in");
        Expression<?> values = parser.getExpressionParser().parseExpression();
        stream.expect(Token.Type.EXECUTE_END);
        BodyNode body = parser.subparse(next -> next.test(Token.Type.NAME, "else", "endfor"));
        BodyNode otherwise = null;
        if (stream.current().test(Token.Type.NAME, "else")) {
            stream.next();
            stream.expect(Token.Type.EXECUTE_END);
            otherwise = parser.subparse(next -> next.test(Token.Type.NAME, "endfor"));
        }
        stream.expect(Token.Type.NAME, "endfor");
        stream.expect(Token.Type.EXECUTE_END);
        Expression<?> all = values instanceof ContextVariableExpression path ? new AllValues(path) : values;
        return node(token, variable, all, body, otherwise);
    }

    // The engine takes null for a missing else part, but does not say so in its types.
    @SuppressWarnings("NullAway")
    private static ForNode node(
            Token token, String variable, Expression<?> values, BodyNode body, @Nullable BodyNode otherwise) {
        return new ForNode(token.getLineNumber(), variable, values, body, otherwise);
    }

    /** The values of a path, or a variable as it is. */
    private static final class AllValues extends ContextVariableExpression {

        AllValues(ContextVariableExpression path) {
            super(path.getName(), path.getLineNumber());
        }

        @Override
        public Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            Object first = super.evaluate(self, context);
            var variables = (Variables) Objects.requireNonNull(context.getVariable(Variables.SELF));
            return first instanceof Iterable<?> || !variables.containsKey(getName()) ? first : variables.all(getName());
        }
    }
}
