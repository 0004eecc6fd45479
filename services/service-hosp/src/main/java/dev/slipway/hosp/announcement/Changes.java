package dev.slipway.hosp.announcement;

import java.util.List;

/**
 * Documents of one collection that carry the mark {@code unannounced}. It is set in the same write as the change, which
 * is what makes sure of the announcement in a database without transactions.
 */
public interface Changes {
    List<Change> unannounced(int most);

    /** Takes the mark off, unless the document has changed again. */
    void announced(Change change);
}
