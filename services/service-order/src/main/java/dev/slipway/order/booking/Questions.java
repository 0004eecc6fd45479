package dev.slipway.order.booking;

import dev.slipway.order.appointment.AppointmentNumber;
import java.time.Instant;
import java.util.List;

/** When hospitals are asked about requests whose outcome is unknown. */
public interface Questions {
    /** Requests whose hospital is to be asked by now. */
    List<AppointmentNumber> due(Instant now, int most);

    /**
     * Takes the next question upon the caller: false when another has, or when nothing is to be asked.
     *
     * @param again when it is asked again unless the answer is known by then
     */
    boolean claim(AppointmentNumber number, Instant now, Instant again);

    /** Says when the hospital is asked again, if the request is still open then. */
    void askAt(AppointmentNumber number, Instant time);

    /** How often the hospital was asked about it, without the first time. */
    int asked(AppointmentNumber number);
}
