package dev.tokenport.silk.generator;

import java.util.stream.Collectors;

/** The source of the enum of a parameter. Stateless. */
final class ChoiceSource {

    private ChoiceSource() {}

    /** The enum, as a member of the task's class. Silk writes and reads the constants' ids, which are the operator's texts. */
    static String of(SilkParameter parameter) {
        String constants = SilkType.choices(parameter.description()).stream()
                .map(choice -> "        " + Literals.constant(choice) + "(" + Literals.text(choice) + ")")
                .collect(Collectors.joining(",\n"));
        return Literals.filled("""

                    public enum %1$s implements EnumerationParameterType {
                %2$s;

                        private final String id;

                        %1$s(String id) {
                            this.id = id;
                        }

                        @Override
                        public String id() {
                            return id;
                        }

                        @Override
                        public String displayName() {
                            return id.isEmpty() ? "(none)" : id;
                        }
                    }
                """, parameter.choiceName(), constants);
    }
}
