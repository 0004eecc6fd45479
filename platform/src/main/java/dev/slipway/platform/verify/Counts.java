package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Ledger;
import dev.slipway.platform.verify.Books.LedgerOrder;
import dev.slipway.platform.verify.Books.Offer;
import dev.slipway.platform.verify.Books.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Never more taken than there are, or than were taken when a hospital lowered the total; and every count of what is
 * taken (service-order's, the catalogue's, the hospital's) is the number of appointments that take a place.
 */
final class Counts implements Rule {
    private static final Set<String> TAKING = Set.of("confirmed", "paid", "fetched");

    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, Long> active = books.appointments().stream()
                .filter(appointment -> States.ACTIVE.contains(appointment.status()))
                .collect(Collectors.groupingBy(Appointment::scheduleId, Collectors.counting()));
        Map<String, Slot> slots = Books.one(books.slots(), Slot::scheduleId);
        active.forEach((schedule, count) -> {
            if (!slots.containsKey(schedule)) {
                broken.add(new Violation(schedule, "count", count + " active appointments, and no count"));
            }
        });
        books.slots().forEach(slot -> slot(slot, active.getOrDefault(slot.scheduleId(), 0L), broken));
        books.offers().forEach(offer -> offer(offer, slots.get(offer.scheduleId()), broken));
        hospital(books, slots, broken);
        return broken;
    }

    private static void slot(Slot slot, long appointments, List<Violation> broken) {
        int most = Math.max(slot.total(), slot.kept());
        if (slot.active() > most) {
            broken.add(
                    new Violation(slot.scheduleId(), "oversold", slot.active() + " of " + most + " places are taken"));
        }
        if (slot.active() != appointments) {
            broken.add(new Violation(
                    slot.scheduleId(),
                    "count",
                    "service-order counts " + slot.active() + " and has " + appointments + " active appointments"));
        }
    }

    private static void offer(Offer offer, @Nullable Slot slot, List<Violation> broken) {
        int active = slot == null ? 0 : slot.active();
        if (offer.active() != active) {
            broken.add(new Violation(
                    offer.scheduleId(),
                    "catalogue-count",
                    "the catalogue counts " + offer.active() + ", service-order " + active));
        }
        if (slot != null && slot.total() != offer.total()) {
            broken.add(new Violation(
                    offer.scheduleId(),
                    "catalogue-total",
                    "the catalogue has " + offer.total() + " places, service-order " + slot.total()));
        }
    }

    private static void hospital(Books books, Map<String, Slot> slots, List<Violation> broken) {
        Map<String, Long> taking = books.orders().stream()
                .filter(order -> TAKING.contains(order.status()) && order.scheduleId() != null)
                .collect(Collectors.groupingBy(Counts::schedule, Collectors.counting()));
        Map<String, Offer> offers =
                Books.one(books.offers(), offer -> schedule(offer.hospitalCode(), offer.hospitalScheduleId()));
        for (Ledger ledger : books.ledgers()) {
            String name = schedule(ledger.hospitalCode(), ledger.id());
            ledger(ledger, taking.getOrDefault(name, 0L), broken);
            Offer offer = offers.get(name);
            if (offer == null) {
                continue; // Not uploaded, or refused.
            }
            Slot slot = slots.get(offer.scheduleId());
            // A request that is on its way is counted here and not yet there; that it ends is another rule's matter.
            int active = slot == null ? 0 : slot.active();
            if (ledger.taken() != active) {
                broken.add(new Violation(
                        offer.scheduleId(),
                        "hospital-count",
                        "hospital " + ledger.hospitalCode() + " has " + ledger.taken() + " places taken, service-order "
                                + active));
            }
            if (ledger.uploaded() && ledger.total() != offer.total()) {
                broken.add(new Violation(
                        offer.scheduleId(),
                        "hospital-total",
                        "hospital " + ledger.hospitalCode() + " has " + ledger.total() + " places, the catalogue "
                                + offer.total()));
            }
        }
    }

    private static void ledger(Ledger ledger, long orders, List<Violation> broken) {
        if (ledger.taken() != orders) {
            broken.add(new Violation(
                    schedule(ledger.hospitalCode(), ledger.id()),
                    "hospital-ledger",
                    "the hospital counts " + ledger.taken() + " places taken and has " + orders + " such orders"));
        }
    }

    private static String schedule(LedgerOrder order) {
        return schedule(order.hospitalCode(), String.valueOf(order.scheduleId()));
    }

    private static String schedule(String hospital, String id) {
        return hospital + "/" + id;
    }
}
