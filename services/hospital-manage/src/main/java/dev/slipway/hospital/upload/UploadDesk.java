package dev.slipway.hospital.upload;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.department.Department;
import dev.slipway.hospital.department.Departments;
import dev.slipway.hospital.platform.Platform;
import dev.slipway.hospital.platform.PlatformAnswer;
import dev.slipway.hospital.platform.PlatformAnswer.Accepted;
import dev.slipway.hospital.platform.PlatformAnswer.ItemResult;
import dev.slipway.hospital.platform.PlatformAnswer.Refused;
import dev.slipway.hospital.platform.PlatformAnswer.Unreachable;
import dev.slipway.hospital.platform.UploadState;
import dev.slipway.hospital.profile.HospitalProfile;
import dev.slipway.hospital.profile.HospitalProfiles;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.ScheduleStatus;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.upload.UploadOutcome.Done;
import dev.slipway.hospital.upload.UploadOutcome.Failed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sends what the platform does not have yet: the hospital, then its departments, then their schedules. */
@Component
public class UploadDesk {
    private static final int PORTION = 200;
    private static final int NOT_FOUND = 404;

    private final HospitalProfiles hospitals;
    private final Departments departments;
    private final Schedules schedules;
    private final Connections connections;
    private final Platform platform;

    UploadDesk(
            HospitalProfiles hospitals,
            Departments departments,
            Schedules schedules,
            Connections connections,
            Platform platform) {
        this.hospitals = hospitals;
        this.departments = departments;
        this.schedules = schedules;
        this.connections = connections;
        this.platform = platform;
    }

    /** Ends at the first call that fails; what was sent before it is marked so, and a second upload sends the rest. */
    public UploadOutcome upload(String hospital) {
        HospitalProfile profile = hospitals.find(hospital).orElseThrow();
        UploadOutcome outcome = hospital(profile);
        if (outcome instanceof Done first) {
            outcome = departments(hospital);
            if (outcome instanceof Done second) {
                outcome = schedules(hospital, first.and(second));
            }
        }
        return outcome;
    }

    private UploadOutcome hospital(HospitalProfile profile) {
        if (!profile.upload().pending()) {
            return Done.NOTHING;
        }
        PlatformAnswer answer = platform.saveHospital(connection(profile.code()), Wire.of(profile.details()));
        return settle(answer, items -> {
            hospitals.uploaded(profile.code(), profile.upload().revision(), "updated", null);
            return new Done(1, 0);
        });
    }

    private UploadOutcome departments(String hospital) {
        List<Department> pending = departments.of(hospital).stream()
                .filter(department -> department.upload().pending())
                .limit(Platform.MOST_ITEMS)
                .toList();
        if (pending.isEmpty()) {
            return Done.NOTHING;
        }
        PlatformAnswer answer = platform.saveDepartments(
                connection(hospital), pending.stream().map(Wire::of).toList());
        return settle(answer, items -> {
            Map<String, ItemResult> results = byKey(items, ItemResult::code);
            pending.stream().filter(sent -> results.containsKey(sent.code())).forEach(sent -> {
                ItemResult result = Objects.requireNonNull(results.get(sent.code()));
                departments.uploaded(hospital, sent.code(), sent.upload().revision(), result.result(), result.reason());
            });
            return count(results);
        });
    }

    private UploadOutcome schedules(String hospital, Done before) {
        Done done = before;
        for (List<Schedule> pending = schedules.pending(hospital, PORTION);
                !pending.isEmpty();
                pending = schedules.pending(hospital, PORTION)) {
            UploadOutcome outcome = upload(hospital, pending);
            if (!(outcome instanceof Done more)) {
                return outcome;
            }
            if (more.sent() == 0) {
                return new Failed("平台没有答复所上传的排班");
            }
            done = done.and(more);
        }
        return done;
    }

    /** Sends these schedules only, at most {@value Platform#MOST_ITEMS}. */
    public UploadOutcome upload(String hospital, List<Schedule> sessions) {
        PlatformAnswer answer = platform.saveSchedules(
                connection(hospital), sessions.stream().map(Wire::of).toList());
        return settle(answer, items -> {
            Map<String, ItemResult> results = new HashMap<>(byKey(items, ItemResult::id));
            sessions.forEach(sent -> results.computeIfPresent(
                    sent.id(), (id, result) -> unsettled(sent, result) ? removed(hospital, result) : result));
            sessions.stream().filter(sent -> results.containsKey(sent.id())).forEach(sent -> {
                ItemResult result = Objects.requireNonNull(results.get(sent.id()));
                schedules.uploaded(hospital, sent.id(), answered(sent, result), result.result(), result.reason());
            });
            return count(results);
        });
    }

    /** What a session was does not matter once it is cancelled: by its id alone it is called off, or was never there. */
    private ItemResult removed(String hospital, ItemResult rejected) {
        String id = Objects.requireNonNull(rejected.id());
        PlatformAnswer answer = platform.removeSchedule(connection(hospital), id);
        if (answer instanceof Accepted) {
            return new ItemResult(null, id, UploadState.REMOVED, null);
        }
        boolean absent = answer instanceof Refused refused && refused.status() == NOT_FOUND;
        return absent ? new ItemResult(null, id, UploadState.ABSENT, null) : rejected;
    }

    /** A rejected cancellation is not settled: the platform still sells what does not take place. */
    private static int answered(Schedule sent, ItemResult result) {
        return unsettled(sent, result)
                ? sent.upload().uploadedRevision()
                : sent.upload().revision();
    }

    private static boolean unsettled(Schedule sent, ItemResult result) {
        return sent.status() == ScheduleStatus.CANCELLED && result.result().equals("rejected");
    }

    private static Done count(Map<String, ItemResult> results) {
        long rejected = results.values().stream()
                .filter(result -> result.result().equals("rejected"))
                .count();
        return new Done(results.size(), (int) rejected);
    }

    private static Map<String, ItemResult> byKey(List<ItemResult> items, Function<ItemResult, String> key) {
        return items.stream()
                .filter(item -> key.apply(item) != null)
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> second));
    }

    private static UploadOutcome settle(PlatformAnswer answer, Function<List<ItemResult>, Done> accepted) {
        if (answer instanceof Accepted items) {
            return accepted.apply(items.items());
        }
        return answer instanceof Refused refused
                ? new Failed("平台拒绝：" + refused.detail())
                : new Failed("平台无法连接：" + ((Unreachable) answer).reason());
    }

    private Connection connection(String hospital) {
        return connections.find(hospital).orElseThrow();
    }
}
