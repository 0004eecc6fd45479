package dev.slipway.cmn.workbook;

import dev.slipway.cmn.dictionary.EntryText;
import java.util.List;
import java.util.Optional;

/**
 * One row of the sheet.
 *
 * @param number as Excel shows it; the heading is 1
 * @param dictionary code of the dictionary
 * @param parent value of the parent; empty directly below the root, and for the root
 * @param value empty for the root, which gives a dictionary its name
 */
public record SheetRow(int number, String dictionary, String parent, String value, String name) {
    /** The heading, in this order. */
    public static final List<String> COLUMNS = List.of("dictionary", "parent", "value", "name");

    public boolean isRoot() {
        return value.isEmpty();
    }

    /** What is wrong with the row by itself, or empty. */
    Optional<String> problem() {
        return EntryText.problemOfCode(dictionary)
                .map(words -> "dictionary " + words)
                .or(() -> problemOfValues())
                .or(() -> EntryText.problemOfName(name).map(words -> "name " + words));
    }

    private Optional<String> problemOfValues() {
        if (isRoot()) {
            return parent.isEmpty() ? Optional.empty() : Optional.of("value is missing");
        }
        if (value.equals(parent)) {
            return Optional.of("the entry is its own parent");
        }
        return EntryText.problemOfValue(value)
                .map(words -> "value " + words)
                .or(() -> parent.isEmpty()
                        ? Optional.empty()
                        : EntryText.problemOfValue(parent).map(words -> "parent " + words));
    }
}
