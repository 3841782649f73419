package org.silkframework.entity.paths;

import org.silkframework.entity.ValueType$;
import org.silkframework.util.Uri;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;

/** A path without a type. */
public class UntypedPath implements Path {

    private final List<PathOperator> operators;

    private UntypedPath(List<PathOperator> operators) {
        this.operators = operators;
    }

    public static UntypedPath empty() {
        return new UntypedPath(List$.MODULE$.empty());
    }

    public static UntypedPath apply(List<PathOperator> operators) {
        return new UntypedPath(operators);
    }

    public static UntypedPath apply(String property) {
        return apply(new Uri(property));
    }

    public static UntypedPath apply(Uri uri) {
        List<PathOperator> none = List$.MODULE$.empty();
        return new UntypedPath(none.$colon$colon(new ForwardOperator(uri)));
    }

    @Override
    public List<PathOperator> operators() {
        return operators;
    }

    public TypedPath asStringTypedPath() {
        return new TypedPath(operators, ValueType$.MODULE$.STRING(), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UntypedPath that && operators.equals(that.operators);
    }

    @Override
    public int hashCode() {
        return operators.hashCode();
    }
}
