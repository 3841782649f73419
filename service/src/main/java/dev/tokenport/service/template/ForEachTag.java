package dev.tokenport.service.template;

import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.lexer.TokenStream;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
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
        return node(token, variable, all(values), body, otherwise);
    }

    private static Expression<?> all(Expression<?> values) {
        if (values instanceof ContextVariableExpression path) {
            return new AllValues(path);
        }
        return values instanceof GetAttributeExpression path && path.getNode() instanceof ContextVariableExpression
                ? new AllNamedValues(path)
                : values;
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
            if (first instanceof Paths paths) {
                throw paths.noValue();
            }
            var variables = (Variables) Objects.requireNonNull(context.getVariable(Variables.SELF));
            return first instanceof Iterable<?> || !variables.has(getName()) ? first : variables.all(getName());
        }
    }

    /** The values of a path that is named as {@code entity["path"]}, or an attribute as it is. */
    private static final class AllNamedValues extends GetAttributeExpression {

        AllNamedValues(GetAttributeExpression path) {
            super(path.getNode(), path.getAttributeNameExpression(), path.getArgumentsNode(), "", path.getLineNumber());
        }

        @Override
        public Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            Object named = getNode().evaluate(self, context);
            if (named instanceof Paths paths) {
                Object name = getAttributeNameExpression().evaluate(self, context);
                return paths.all(String.valueOf(name), self.getName(), getLineNumber());
            }
            return super.evaluate(self, context);
        }
    }
}
