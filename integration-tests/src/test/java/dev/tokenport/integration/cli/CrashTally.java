package dev.tokenport.integration.cli;

/** What was seen of killed runs, which shows that the kills hit what they were meant to. For one thread. */
final class CrashTally {

    int kills;
    int inTime;
    int leftovers;
    int spools;
    int partly;

    @Override
    public String toString() {
        return kills + " kills, " + inTime + " before the end; left: " + leftovers + " drafts, " + spools + " spools; "
                + partly + " times some files were new and others old";
    }
}
