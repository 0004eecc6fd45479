package dev.slipway.hosp.schedule;

import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All schedules of the catalogue. Those that were taken back are found by their id only. */
public interface Schedules {
    Optional<Schedule> find(String id);

    /** Those of one hospital with these ids of its own, the ones taken back too. */
    List<Schedule> named(String hospitalCode, Collection<String> hospitalScheduleIds);

    /** In the order of date, session and doctor. */
    Page<Schedule> search(ScheduleFilter filter, PageRequest page);

    /** In the same order. */
    List<Schedule> on(String hospitalCode, String departmentCode, LocalDate date);

    long count(String hospitalCode, String departmentCode, LocalDate date);

    /** Dates without open schedules are left out. */
    List<OpenPlaces> openBetween(String hospitalCode, String departmentCode, LocalDate first, LocalDate last);

    /** Whether the department has schedules on or after the date that are not called off. */
    boolean anyFrom(String hospitalCode, String departmentCode, LocalDate first);

    /** @return false when the hospital has one with this id of its own */
    boolean add(Schedule schedule);

    /**
     * Puts another offer in the place of the known one, with the next version. One that was taken back is there again.
     *
     * @return false when it has changed since it was read
     */
    boolean change(Schedule known, ScheduleOffer offer);

    /**
     * Calls it off, whatever else is being changed of it; the rest of the offer stays.
     *
     * @return false when it is called off already
     */
    boolean cancel(String id);

    /**
     * Takes it back and calls it off, likewise.
     *
     * @return false when it is taken back already
     */
    boolean remove(String id);

    /**
     * Takes over how many places are given away, if the revision is newer than what is known.
     *
     * @return false when it is not, or when there is no such schedule
     */
    boolean follow(String id, int active, long revision);
}
