package dev.slipway.cmn.workbook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an uploaded workbook may be; an honest sheet of 200,000 rows is far below each of the sizes. A change counts for
 * what is uploaded or asked for after it.
 *
 * @param rows without the heading
 * @param batch rows that are applied in one transaction
 * @param parallel imports, and exports, at once on an instance
 * @param parts files in the zip
 * @param part inflated size of one of them
 * @param strings inflated size of the shared strings, which are held in memory
 * @param inflated size of all together
 * @param ratio inflated size to compressed size of a part that is larger than 1 MB
 */
@ConfigurationProperties("slipway.workbook")
public record WorkbookLimits(
        @DefaultValue("200000") int rows,
        @DefaultValue("500") int batch,
        @DefaultValue("2") int parallel,
        @DefaultValue("100") int parts,
        @DefaultValue("100MB") DataSize part,
        @DefaultValue("24MB") DataSize strings,
        @DefaultValue("120MB") DataSize inflated,
        @DefaultValue("100") int ratio) {
    public WorkbookLimits {
        if (rows < 1 || batch < 1 || batch > 5000 || parallel < 1 || parts < 1 || ratio < 1) {
            throw new IllegalArgumentException("slipway.workbook: counts must be positive, batch at most 5000");
        }
    }
}
