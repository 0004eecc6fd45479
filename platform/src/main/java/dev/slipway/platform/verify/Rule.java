package dev.slipway.platform.verify;

import java.util.List;

/** Something that is true of the books whenever nothing is on its way. */
interface Rule {
    List<Violation> broken(Books books);
}
