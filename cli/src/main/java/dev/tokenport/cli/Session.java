package dev.tokenport.cli;

import dev.tokenport.http.ProxyRule;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Redactor;

/**
 * One call of the command.
 *
 * @param world the process it runs in
 * @param screen what it shows
 * @param redactor knows the secrets that it has met
 * @param options the options that all commands have
 * @param installation what is installed
 */
record Session(World world, Screen screen, Redactor redactor, CommonOptions options, Installation installation) {

    static Session in(World world) {
        var redactor = new Redactor();
        learnProxies(world, redactor);
        var screen = new Screen(world, redactor);
        return new Session(world, screen, redactor, new CommonOptions(), new Installation(world, screen));
    }

    /** The operators that are installed. */
    OperatorRegistry operators() {
        return installation.operators();
    }

    private static void learnProxies(World world, Redactor redactor) {
        try {
            ProxyRule.of(world.environment()).tell(redactor);
        } catch (IllegalArgumentException e) {
            // The request that would go through the proxy says what is wrong; many a command sends none.
            return;
        }
    }

    /** Shows a line on standard error if {@code --verbose} was given. */
    void detail(String line) {
        if (options.verbose()) {
            screen.say(line);
        }
    }
}
