package dev.tokenport.cli;

import dev.tokenport.oauth2.ObtainedToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code tokenport exec}: runs a program with a token in its environment. */
final class ExecCommand implements Subcommand.Action {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final TokenOptions options = arguments.with(new TokenOptions());

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    private final Given<String> variable = arguments.text(
            "--variable",
            "NAME",
            "The variable that gets the token (default: OAUTH_ACCESS_TOKEN).",
            TokenInput.ACCESS_TOKEN.variable());

    private final Given<List<String>> command =
            arguments.arguments("COMMAND", "The program and its arguments, after --.");

    private ExitCode code = ExitCode.DONE;

    ExecCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Gets an access token, as 'token' does, and runs a program that finds it in a variable. The exit code"
                + " is the program's; 127 if there is no such program, 126 if it cannot be executed. The program gets"
                + " none of the variables that hold the credentials.";
    }

    @Override
    public boolean runsProgram() {
        return true;
    }

    @Override
    public void run() throws InterruptedException {
        var faults = new ArrayList<String>();
        if (!VARIABLE.matcher(variable.value()).matches()) {
            faults.add("--variable '" + variable.value() + "' is not the name of a variable");
        }
        World world = session.world();
        var inputs = new TokenInputs(options, world, secrets.sources(session), faults);
        TokenOrder order = TokenOrder.of(options, inputs, faults);
        ProgramName.require(command.value().get(0), world.environment());
        ObtainedToken token = order.obtain(session, new Notices(session));
        Set<String> withheld = new TreeSet<>(inputs.secretVariables());
        withheld.remove(variable.value());
        start(new Programs.Order(
                command.value(), Map.of(variable.value(), token.value().reveal()), withheld));
    }

    private void start(Programs.Order order) {
        try {
            code = new ExitCode(session.world().programs().run(order));
        } catch (IOException e) {
            throw CommandException.of(
                    ExitCode.NOT_EXECUTABLE, "'" + command.value().get(0) + "' cannot be executed: " + e.getMessage());
        }
    }

    @Override
    public ExitCode code() {
        return code;
    }
}
