package dev.slipway.platform.verify.store;

import dev.slipway.platform.verify.Books;
import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Counted;
import dev.slipway.platform.verify.Books.Ledger;
import dev.slipway.platform.verify.Books.LedgerOrder;
import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Refund;
import dev.slipway.platform.verify.Books.Slot;
import dev.slipway.platform.verify.Books.Trade;
import dev.slipway.platform.verify.Verification.BookReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads each schema as it was at one moment, one after the other, then the catalogue and the messages. */
public final class StoredBooks implements BookReader {
    private static final String WAITING = "SELECT COUNT(*) AS waiting FROM outbox WHERE published_at IS NULL";

    private final Stores stores;
    private final Clock clock;

    public StoredBooks(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** What service-order keeps. */
    private record OrderBook(
            long waiting,
            List<Appointment> appointments,
            List<Slot> slots,
            List<Payment> payments,
            List<Refund> refunds,
            List<Trade> trades) {}

    /** What the hospitals keep. */
    private record HospitalBook(List<Ledger> ledgers, List<LedgerOrder> orders) {}

    @Override
    public Books read() throws IOException, SQLException {
        Instant now = clock.instant();
        long waiting = waiting("hosp") + waiting("user");
        OrderBook order = order();
        HospitalBook hospital = hospital();
        return new Books(
                now,
                waiting + order.waiting(),
                order.appointments(),
                order.slots(),
                order.payments(),
                order.refunds(),
                order.trades(),
                Catalogue.offers(stores),
                hospital.ledgers(),
                hospital.orders(),
                counted(),
                SentMessages.count(stores));
    }

    private long waiting(String schema) throws SQLException {
        try (Schema reading = Schema.open(stores, schema)) {
            return waiting(reading);
        }
    }

    private static long waiting(Schema schema) throws SQLException {
        return schema.all(WAITING, row -> row.getLong("waiting")).get(0);
    }

    private OrderBook order() throws SQLException {
        try (Schema order = Schema.open(stores, "order")) {
            return new OrderBook(
                    waiting(order), appointments(order), slots(order), payments(order), refunds(order), trades(order));
        }
    }

    private static List<Appointment> appointments(Schema order) throws SQLException {
        return order.all(
                """
                SELECT number, status, schedule_id, hospital_code, user_phone, visit_date, fee, hospital_record_id,
                  reminded_at, created_at, updated_at FROM appointment\
                """,
                row -> new Appointment(
                        row.getString("number"),
                        row.getString("status"),
                        row.getString("schedule_id"),
                        row.getString("hospital_code"),
                        row.getString("user_phone"),
                        row.getObject("visit_date", LocalDate.class),
                        row.getBigDecimal("fee"),
                        row.getString("hospital_record_id"),
                        row.getObject("reminded_at") != null,
                        Schema.time(row, "created_at"),
                        Schema.time(row, "updated_at")));
    }

    private static List<Slot> slots(Schema order) throws SQLException {
        return order.all(
                "SELECT schedule_id, total, kept, active FROM schedule_slot",
                row -> new Slot(
                        row.getString("schedule_id"), row.getInt("total"), row.getInt("kept"), row.getInt("active")));
    }

    private static List<Payment> payments(Schema order) throws SQLException {
        return order.all(
                "SELECT out_trade_no, number, channel, status, amount, updated_at FROM payment",
                row -> new Payment(
                        row.getString("out_trade_no"),
                        row.getString("number"),
                        row.getString("channel"),
                        row.getString("status"),
                        row.getBigDecimal("amount"),
                        Schema.time(row, "updated_at")));
    }

    private static List<Refund> refunds(Schema order) throws SQLException {
        return order.all(
                "SELECT out_refund_no, out_trade_no, number, amount, next_attempt_at, created_at FROM refund",
                row -> new Refund(
                        row.getString("out_refund_no"),
                        row.getString("out_trade_no"),
                        row.getString("number"),
                        row.getBigDecimal("amount"),
                        row.getObject("next_attempt_at") != null,
                        Schema.time(row, "created_at")));
    }

    private static List<Trade> trades(Schema order) throws SQLException {
        return order.all(
                "SELECT out_trade_no, amount, state, refund_no, updated_at FROM cashier_trade",
                row -> new Trade(
                        row.getString("out_trade_no"),
                        row.getBigDecimal("amount"),
                        row.getString("state"),
                        row.getString("refund_no"),
                        Schema.time(row, "updated_at")));
    }

    private HospitalBook hospital() throws SQLException {
        try (Schema hospital = Schema.open(stores, "hospital")) {
            return new HospitalBook(ledgers(hospital), orders(hospital));
        }
    }

    private static List<Ledger> ledgers(Schema hospital) throws SQLException {
        return hospital.all(
                "SELECT hospital_code, id, total, taken, revision, uploaded_revision FROM schedule",
                row -> new Ledger(
                        row.getString("hospital_code"),
                        row.getString("id"),
                        row.getInt("total"),
                        row.getInt("taken"),
                        row.getInt("revision") == row.getInt("uploaded_revision")));
    }

    private static List<LedgerOrder> orders(Schema hospital) throws SQLException {
        return hospital.all(
                "SELECT hospital_code, number, schedule_id, status, record_id FROM appointment_order",
                row -> new LedgerOrder(
                        row.getString("hospital_code"),
                        row.getString("number"),
                        row.getString("schedule_id"),
                        row.getString("status"),
                        row.getString("record_id")));
    }

    private List<Counted> counted() throws SQLException {
        try (Schema statistics = Schema.open(stores, "statistics")) {
            return statistics.all(
                    "SELECT number, hospital_code, visit_date, active FROM appointment_state",
                    row -> new Counted(
                            row.getString("number"),
                            row.getString("hospital_code"),
                            row.getObject("visit_date", LocalDate.class),
                            row.getBoolean("active")));
        }
    }
}
