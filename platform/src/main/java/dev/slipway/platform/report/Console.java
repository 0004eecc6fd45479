package dev.slipway.platform.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The one way in which commands speak: results to standard output, everything else to standard error. */
public final class Console {
    private final Terminal terminal;
    private final Preferences preferences;

    public Console(Terminal terminal, Preferences preferences) {
        this.terminal = terminal;
        this.preferences = preferences;
    }

    /** One line of the result. */
    public void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }

    /** One line about the result: progress, a warning. */
    public void note(String line) {
        terminal.err().println(line);
        terminal.err().flush();
    }

    /** One line for callers who asked for more with {@code -v} or {@code --debug}. */
    public void verbose(String line) {
        if (preferences.verbose() || preferences.debug()) {
            note(line);
        }
    }

    /**
     * The result in the form that the caller asked for.
     *
     * @param value records, maps, lists and scalars; field names are part of the command's contract
     * @param table what a person sees; made only when needed
     */
    public void show(Object value, Supplier<Table> table) {
        showLines(value, () -> table.get().lines());
    }

    /** The same for what is no table to a person. */
    public void showLines(Object value, Supplier<List<String>> lines) {
        switch (preferences.format()) {
            case TABLE -> lines.get().forEach(this::print);
            case JSON -> print(Documents.json(value));
            case YAML -> print(Documents.yaml(value));
        }
    }

    /** One line of JSON, for programs that read while something happens. */
    public void printLine(Object value) {
        print(Documents.line(value));
    }

    /** The text in the colour of its meaning, or as it is where no colours are wanted. */
    public String paint(Style style, String text) {
        return colours() ? style.paint(text) : text;
    }

    /** Whether output may be redrawn in place: a person watches and asked for no document, nor for lines in between. */
    public boolean live() {
        return colours() && !preferences.verbose();
    }

    public OutputFormat format() {
        return preferences.format();
    }

    public boolean debug() {
        return preferences.debug();
    }

    public int columns() {
        return terminal.columns();
    }

    /** Height of the terminal. */
    public int rows() {
        return terminal.rows();
    }

    /** Raw standard output, for streams and for redrawing; whoever uses it flushes it. */
    public PrintWriter out() {
        return terminal.out();
    }

    /** Raw standard error. */
    public PrintWriter err() {
        return terminal.err();
    }

    /** Asks on the terminal; false without one, and for every answer but {@code y} and {@code yes}. */
    public boolean confirm(String question) {
        if (!terminal.inputIsTerminal()) {
            return false;
        }
        terminal.err().print(question + " [y/N] ");
        terminal.err().flush();
        try {
            String answer = terminal.in().readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a failure: its cause and remedy, and the stack trace only under {@code --debug}; to programs as a result. */
    public void failure(Throwable failure) {
        UserError error = failure instanceof UserError known ? known : unexpected(failure);
        note(paint(Style.BAD, "error: ") + error.what());
        if (!error.fix().isEmpty()) {
            note(paint(Style.STRONG, "fix:   ") + error.fix());
        }
        if (preferences.debug()) {
            failure.printStackTrace(terminal.err());
            terminal.err().flush();
        }
        switch (preferences.format()) {
            case TABLE -> {}
            case JSON -> printLine(Failed.of(error));
            case YAML -> print("---\n" + Documents.yaml(Failed.of(error))); // something may stand before it
        }
    }

    private static UserError unexpected(Throwable failure) {
        return new UserError(
                "unexpected: " + failure, "run again with --debug and report what it prints", ExitCode.FAILED, failure);
    }

    private boolean colours() {
        return terminal.outputIsTerminal() && preferences.colour() && preferences.format() == OutputFormat.TABLE;
    }
}
