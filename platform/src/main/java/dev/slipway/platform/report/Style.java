package dev.slipway.platform.report;

/** Meaning of a text, shown as a colour where colours are wanted. */
public enum Style {
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    FAINT("2"),
    STRONG("1");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
