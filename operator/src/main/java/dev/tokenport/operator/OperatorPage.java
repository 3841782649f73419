package dev.tokenport.operator;

/** The documentation page of an operator, in the format of the contract page. */
public final class OperatorPage {

    private OperatorPage() {}

    /** The page, in Markdown. */
    public static String of(Operator<?> operator) {
        throw new UnsupportedOperationException(operator.description().id());
    }
}
