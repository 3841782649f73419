package dev.tokenport.workflow;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterList;
import java.util.HashMap;
import java.util.Map;

/** The parameters of operators, each read once. For one thread. */
final class ParameterLists {

    private final Map<Class<? extends Record>, ParameterList> lists = new HashMap<>();

    ParameterList of(Operator<?> operator) {
        return lists.computeIfAbsent(operator.parameters(), ParameterList::of);
    }
}
