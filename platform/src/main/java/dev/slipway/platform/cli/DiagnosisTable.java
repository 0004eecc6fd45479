package dev.slipway.platform.cli;

import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import java.util.List;

/** Diagnoses for people: first the cause, then what shows it, then what to change. */
final class DiagnosisTable {
    private DiagnosisTable() {}

    static Table of(List<Diagnosis> diagnoses, Console console) {
        var table = new Table("OBJECT", "DIAGNOSIS");
        for (Diagnosis diagnosis : diagnoses) {
            table.row(
                    diagnosis.object(),
                    console.paint(Style.BAD, diagnosis.cause().title()) + ": " + diagnosis.what());
            diagnosis.evidence().forEach(line -> table.row("", "  " + line));
            table.row("", console.paint(Style.STRONG, "change") + " " + diagnosis.change());
        }
        return table;
    }
}
