package dev.slipway.platform;

/**
 * Runs, one after the other, commands that change nothing. The launcher starts it once after a build, and keeps the
 * classes that it loads in an archive that later starts map instead of loading.
 */
final class Rehearsal {
    private static final String[][] LINES = {
        {"version"},
        {"--help"},
        {"status"},
        {"status", "-o", "json"},
        {"doctor"},
        {"logs", "rehearsal"},
        {"secret", "rehearsal"},
        {"up", "--only", "rehearsal"}
    };

    private Rehearsal() {}

    public static void main(String[] arguments) {
        for (String[] line : LINES) {
            Main.cli(Main.surroundings(System.getenv())).run(line);
        }
    }
}
