package dev.tokenport.cli;

import picocli.CommandLine.Command;

/** {@code tokenport token}. */
@Command(description = "Gets a token and prints it.", sortOptions = false)
final class TokenCommand implements Subcommand.Action {

    TokenCommand(Session session) {}

    @Override
    public void run() {}
}
