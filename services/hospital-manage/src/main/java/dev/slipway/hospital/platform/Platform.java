package dev.slipway.hospital.platform;

import dev.slipway.hospital.connection.Connection;
import java.util.List;

/**
 * The platform's open interface for hospitals. Every call may be repeated without harm, and is, a few times, when the
 * platform can't be reached or is busy.
 */
public interface Platform {
    /** Most items that the platform takes in one call. */
    int MOST_ITEMS = 500;

    PlatformAnswer saveHospital(Connection connection, HospitalUpload hospital);

    PlatformAnswer saveDepartments(Connection connection, List<DepartmentUpload> departments);

    PlatformAnswer removeDepartment(Connection connection, String code);

    PlatformAnswer saveSchedules(Connection connection, List<ScheduleUpload> schedules);

    /** Calls it off and takes it out of all lists; 404 when the platform never had it. */
    PlatformAnswer removeSchedule(Connection connection, String id);

    /** A patient fetched the number. */
    PlatformAnswer numberFetched(Connection connection, String recordId);

    /** The hospital cancels one order. */
    PlatformAnswer orderCancelled(Connection connection, String recordId);
}
