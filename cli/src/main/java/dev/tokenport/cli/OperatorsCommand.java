package dev.tokenport.cli;

import dev.tokenport.operator.Nearest;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorPage;
import dev.tokenport.operator.OperatorRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code tokenport operators}: what there is to build workflows from. */
final class OperatorsCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> id =
            arguments.optionalArgument("ID", "The id or an alias of an operator to show in full.");

    OperatorsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Lists the operators that are installed, or shows one in full.";
    }

    @Override
    public void run() {
        OperatorRegistry operators = session.operators();
        if (id.value() == null) {
            list(operators.operators());
        } else {
            session.screen().answer(OperatorPage.of(find(operators, id.value())));
        }
    }

    private void list(List<Operator<?>> operators) {
        int width = operators.stream()
                .mapToInt(o -> o.description().shortId().length())
                .max()
                .orElse(0);
        for (Operator<?> operator : operators) {
            OperatorDescription description = operator.description();
            String name = description.shortId();
            session.screen()
                    .answerLine(name + " ".repeat(width - name.length() + 2) + description.label() + ": "
                            + description.description());
        }
    }

    private static Operator<?> find(OperatorRegistry operators, String id) {
        return operators.find(id).orElseThrow(() -> {
            String why = operators.absence(id).map(reason -> ": " + reason).orElseGet(() -> "; " + hint(operators, id));
            return CommandException.refused("there is no operator '" + id + "'" + why);
        });
    }

    private static String hint(OperatorRegistry operators, String id) {
        List<String> names = operators.operators().stream()
                .map(Operator::description)
                .flatMap(d -> Stream.concat(Stream.of(d.id()), d.aliases().stream()))
                .toList();
        return Nearest.to(id, names).map(n -> "did you mean '" + n + "'?").orElse("'tokenport operators' lists them");
    }
}
