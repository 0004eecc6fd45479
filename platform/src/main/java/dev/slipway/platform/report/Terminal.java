package dev.slipway.platform.report;

import java.io.BufferedReader;
import java.io.PrintWriter;

/**
 * The three streams of the process and what is behind them.
 *
 * @param outputIsTerminal a person may be reading {@code out}: colours and live redrawing are possible
 * @param inputIsTerminal a person may answer on {@code in}
 * @param columns width of the terminal; 80 when unknown
 * @param rows height of the terminal; 24 when unknown
 */
public record Terminal(
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean inputIsTerminal,
        boolean outputIsTerminal,
        int columns,
        int rows) {}
