package dev.slipway.hosp.schedule;

import dev.slipway.hosp.announcement.Announcements;
import dev.slipway.hosp.department.Department;
import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.upload.Item;
import dev.slipway.hosp.upload.ItemResult;
import dev.slipway.hosp.upload.ItemResult.Result;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes schedules from hospitals. */
@Service
public class ScheduleUpload {
    private static final int TRIES = 5;

    private final Schedules schedules;
    private final Departments departments;
    private final Announcements announcements;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final ZoneId displayZone;

    ScheduleUpload(
            Schedules schedules,
            Departments departments,
            Announcements announcements,
            Supplier<UUID> ids,
            Clock clock,
            ZoneId displayZone) {
        this.schedules = schedules;
        this.departments = departments;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    /** In the order of the items, each with what became of it. */
    public List<ItemResult> save(String hospitalCode, List<Item<ScheduleOffer>> items) {
        Map<String, Schedule> known = new HashMap<>();
        schedules
                .named(
                        hospitalCode,
                        items.stream().map(Item::id).filter(Objects::nonNull).toList())
                .forEach(schedule -> known.put(schedule.hospitalScheduleId(), schedule));
        Set<String> codes =
                departments.of(hospitalCode).stream().map(Department::code).collect(Collectors.toSet());
        LocalDate today = LocalDate.ofInstant(clock.instant(), displayZone);
        ScheduleCheck check = new ScheduleCheck(codes, today, new RoomOnDays(schedules, hospitalCode));
        List<ItemResult> results = new ArrayList<>();
        try {
            for (Item<ScheduleOffer> item : items) {
                results.add(save(hospitalCode, item, known.get(String.valueOf(item.id())), check));
            }
        } finally {
            announcements.wake();
        }
        return results;
    }

    /** Takes a schedule back and calls it off. @return false when there is none */
    public boolean remove(String hospitalCode, String hospitalScheduleId) {
        Schedule known = named(hospitalCode, hospitalScheduleId);
        boolean removed = known != null && schedules.remove(known.id());
        if (removed) {
            announcements.wake();
        }
        return removed;
    }

    private ItemResult save(
            String hospitalCode, Item<ScheduleOffer> item, @Nullable Schedule first, ScheduleCheck check) {
        if (item instanceof Item.Unfit<ScheduleOffer> unfit) {
            return ItemResult.rejected(unfit.id(), unfit.fault());
        }
        Item.Fit<ScheduleOffer> fit = (Item.Fit<ScheduleOffer>) item;
        Schedule known = first;
        for (int i = 0; i < TRIES; i++) {
            Optional<ItemResult> result = saveOnce(hospitalCode, fit.id(), fit.item(), known, check);
            if (result.isPresent()) {
                return result.get();
            }
            known = named(hospitalCode, fit.id());
        }
        return ItemResult.rejected(fit.id(), "is being changed by another call; send it again");
    }

    /** Empty when another call was quicker. */
    private Optional<ItemResult> saveOnce(
            String hospitalCode, String id, ScheduleOffer sent, @Nullable Schedule known, ScheduleCheck check) {
        if (known != null && sent.status() == ScheduleStatus.CANCELLED) {
            return Optional.of(cancel(id, known));
        }
        return saveChecked(hospitalCode, id, sent, known, check);
    }

    /** The status alone is taken over: what does not take place needs no fitting date, and nobody may miss it. */
    private ItemResult cancel(String id, Schedule known) {
        return ItemResult.of(id, schedules.cancel(known.id()) ? Result.UPDATED : Result.UNCHANGED);
    }

    private Optional<ItemResult> saveChecked(
            String hospitalCode, String id, ScheduleOffer offer, @Nullable Schedule known, ScheduleCheck check) {
        if (known != null && !known.removed() && known.offer().equals(offer)) {
            return Optional.of(ItemResult.of(id, Result.UNCHANGED));
        }
        Optional<String> fault = check.fault(offer, known);
        if (fault.isPresent()) {
            return Optional.of(ItemResult.rejected(id, fault.get()));
        }
        boolean created = known == null || known.removed();
        boolean saved = known == null
                ? schedules.add(new Schedule(ids.get().toString(), hospitalCode, id, offer, false, 0, 1))
                : schedules.change(known, offer);
        return saved ? Optional.of(ItemResult.of(id, created ? Result.CREATED : Result.UPDATED)) : Optional.empty();
    }

    private @Nullable Schedule named(String hospitalCode, String hospitalScheduleId) {
        List<Schedule> found = schedules.named(hospitalCode, List.of(hospitalScheduleId));
        return found.isEmpty() ? null : found.get(0);
    }
}
