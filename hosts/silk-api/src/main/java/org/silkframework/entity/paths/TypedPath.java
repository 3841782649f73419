package org.silkframework.entity.paths;

import org.silkframework.entity.ValueType;
import scala.collection.immutable.List;

/** A path with a type. */
public class TypedPath implements Path {

    private final List<PathOperator> operators;
    private final ValueType valueType;
    private final boolean isAttribute;

    public TypedPath(List<PathOperator> operators, ValueType valueType, boolean isAttribute) {
        this.operators = operators;
        this.valueType = valueType;
        this.isAttribute = isAttribute;
    }

    @Override
    public List<PathOperator> operators() {
        return operators;
    }

    public ValueType valueType() {
        return valueType;
    }

    public boolean isAttribute() {
        return isAttribute;
    }

    public UntypedPath toUntypedPath() {
        return UntypedPath.apply(operators);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedPath that
                && operators.equals(that.operators)
                && valueType.equals(that.valueType)
                && isAttribute == that.isAttribute;
    }

    @Override
    public int hashCode() {
        return operators.hashCode();
    }
}
