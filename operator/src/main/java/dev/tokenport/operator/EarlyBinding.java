package dev.tokenport.operator;

import java.util.List;
import java.util.Map;

/**
 * An operator's raw values, bound before a run to see what is wrong with them. Values that are {@linkplain RawValue.Pending
 * pending} are taken to be fine. For one thread.
 */
public final class EarlyBinding<P extends Record> {

    private final Operator<P> operator;
    private final Binding binding;
    private final List<ParameterFault> faults;

    private EarlyBinding(Operator<P> operator, Binding binding) {
        this.operator = operator;
        this.binding = binding;
        this.faults = binding.faults();
    }

    /**
     * Binds raw values.
     *
     * @param values raw values as {@link ParameterList#check} takes them
     */
    public static <P extends Record> EarlyBinding<P> of(Operator<P> operator, Map<String, RawValue> values) {
        return new EarlyBinding<>(operator, Binding.of(ParameterList.of(operator.parameters()), values));
    }

    /** What breaks a rule of the metadata, as {@link ParameterList#check} finds it. */
    public List<ParameterFault> faults() {
        return faults;
    }

    /**
     * What the constructors of the record, and of those nested or embedded in it, refuse, each of them as soon as all its values
     * are known; and what the operator finds when the whole record could be bound. A secret is bound unread, even one that is
     * pending, if there will be one. What breaks a rule of the metadata is not repeated. Asked once.
     */
    public List<ParameterFault> refusals() {
        return binding.refusals(known -> operator.check(operator.parameters().cast(known)));
    }
}
