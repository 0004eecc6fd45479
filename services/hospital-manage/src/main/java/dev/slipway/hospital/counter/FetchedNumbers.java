package dev.slipway.hospital.counter;

import java.util.List;
import java.util.Set;

/** Numbers that were given out and that the platform has still to be told of. */
public interface FetchedNumbers {
    /** @param number of the order */
    record Stored(String hospitalCode, String number) {}

    /** Once more for one that is stored. @return false when the order is not paid, or cancelled by now */
    boolean store(String hospitalCode, String number);

    /** The platform has answered. */
    void settled(String hospitalCode, String number);

    /** At most {@code most}, those first that were told longest ago. */
    List<Stored> stored(int most);

    /** Numbers of the hospital's orders. */
    Set<String> of(String hospitalCode);
}
