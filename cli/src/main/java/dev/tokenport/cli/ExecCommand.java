package dev.tokenport.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tokenport exec}: runs a program with a token in its environment. */
@Command(
        description =
                "Gets an access token, as 'token' does, and runs a program that finds it in a variable. The exit code"
                        + " is the program's; 127 if there is no such program, 126 if it cannot be executed. The program gets"
                        + " none of the variables that hold the credentials.",
        sortOptions = false,
        customSynopsis = {"tokenport exec [OPTIONS] -- COMMAND [ARGUMENT...]"})
final class ExecCommand implements Subcommand.Action {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Session session;

    @Mixin
    private TokenOptions options = new TokenOptions();

    @Mixin
    private SecretOptions secrets = new SecretOptions();

    @Option(
            names = "--variable",
            paramLabel = "NAME",
            description = "The variable that gets the token (default: OAUTH_ACCESS_TOKEN).")
    private String variable = TokenInput.ACCESS_TOKEN.variable();

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The program and its arguments, after --.")
    private List<String> command = new ArrayList<>();

    private ExitCode code = ExitCode.DONE;

    ExecCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
        var faults = new ArrayList<String>();
        if (!VARIABLE.matcher(variable).matches()) {
            faults.add("--variable '" + variable + "' is not the name of a variable");
        }
        World world = session.world();
        var inputs = new TokenInputs(options, world, secrets.sources(session), faults);
        TokenOrder order = TokenOrder.of(options, inputs, faults);
        ProgramName.require(command.get(0), world.environment());
        ObtainedToken token = order.obtain(session, new Notices(session));
        Set<String> withheld = new TreeSet<>(inputs.secretVariables());
        withheld.remove(variable);
        start(new Programs.Order(command, Map.of(variable, token.value().reveal()), withheld));
    }

    private void start(Programs.Order order) {
        try {
            code = new ExitCode(session.world().programs().run(order));
        } catch (IOException e) {
            throw CommandException.of(
                    ExitCode.NOT_EXECUTABLE, "'" + command.get(0) + "' cannot be executed: " + e.getMessage());
        }
    }

    @Override
    public ExitCode code() {
        return code;
    }
}
