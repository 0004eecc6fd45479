package dev.slipway.platform.verify.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.verify.Books;
import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Counted;
import dev.slipway.platform.verify.Books.Ledger;
import dev.slipway.platform.verify.Books.LedgerOrder;
import dev.slipway.platform.verify.Books.Offer;
import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Refund;
import dev.slipway.platform.verify.Books.Slot;
import dev.slipway.platform.verify.Books.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredBooksIT {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant THEN = Instant.parse("2026-11-23T09:30:00.125Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final BigDecimal FEE = new BigDecimal("120.00");
    private static final String AT = "'2026-11-23 09:30:00.125'";

    private final Fixture fixture = new Fixture();

    @BeforeEach
    void create() throws IOException, SQLException {
        fixture.create();
    }

    private Books read() throws IOException, SQLException {
        return read(fixture.stores());
    }

    private static Books read(Stores stores) throws IOException, SQLException {
        return new StoredBooks(stores, Clock.fixed(NOW, ZoneOffset.UTC)).read();
    }

    @Test
    void aStackThatNobodyHasUsedHasEmptyBooks() throws Exception {
        Books books = read();

        assertThat(books.readAt()).isEqualTo(NOW);
        assertThat(books.waiting()).isZero();
        assertThat(books.appointments()).isEmpty();
        assertThat(books.offers()).isEmpty();
        assertThat(books.ledgers()).isEmpty();
        assertThat(books.sent()).isEmpty();
    }

    @Test
    void whatServiceOrderWroteIsRead() throws Exception {
        fixture.run("USE slipway_order;"
                + "INSERT INTO appointment (number, status, schedule_id, hospital_code, user_phone, visit_date, fee,"
                + " hospital_record_id, reminded_at, created_at, updated_at) VALUES ('N1', 'PAID', 's1', 'H1', '13900000001',"
                + " '2026-12-01', 120, 'R1', " + AT + ", " + AT + ", " + AT + "), ('N2', 'REQUESTED', 's1', 'H1',"
                + " '13900000001', '2026-12-01', 120, NULL, NULL, " + AT + ", " + AT + ");"
                + "INSERT INTO schedule_slot (schedule_id, total, kept, active) VALUES ('s1', 1, 2, 2);"
                + "INSERT INTO payment (out_trade_no, number, channel, status, amount, updated_at)"
                + " VALUES ('N1-1', 'N1', 'cashier', 'PAID', 120, " + AT + ");"
                + "INSERT INTO refund (out_refund_no, out_trade_no, number, amount, next_attempt_at, created_at)"
                + " VALUES ('N1-1R', 'N1-1', 'N1', 120, " + AT + ", " + AT + "),"
                + " ('N2-1R', 'N2-1', 'N2', 80, NULL, " + AT + ");"
                + "INSERT INTO cashier_trade (out_trade_no, amount, state, refund_no, updated_at) VALUES ('N1-1', 120,"
                + " 'PAID', NULL, " + AT + "), ('N2-1', 80, 'REFUNDED', 'N2-1R', " + AT + ")");

        Books books = read();

        assertThat(books.appointments())
                .containsExactlyInAnyOrder(
                        new Appointment("N1", "PAID", "s1", "H1", "13900000001", DAY, FEE, "R1", true, THEN, THEN),
                        new Appointment(
                                "N2", "REQUESTED", "s1", "H1", "13900000001", DAY, FEE, null, false, THEN, THEN));
        assertThat(books.slots()).containsExactly(new Slot("s1", 1, 2, 2));
        assertThat(books.payments()).containsExactly(new Payment("N1-1", "N1", "cashier", "PAID", FEE, THEN));
        assertThat(books.refunds())
                .containsExactlyInAnyOrder(
                        new Refund("N1-1R", "N1-1", "N1", FEE, true, THEN),
                        new Refund("N2-1R", "N2-1", "N2", new BigDecimal("80.00"), false, THEN));
        assertThat(books.trades())
                .containsExactlyInAnyOrder(
                        new Trade("N1-1", FEE, "PAID", null, THEN),
                        new Trade("N2-1", new BigDecimal("80.00"), "REFUNDED", "N2-1R", THEN));
    }

    @Test
    void whatTheOthersWroteIsRead() throws Exception {
        fixture.run("USE slipway_hospital;"
                + "INSERT INTO schedule (hospital_code, id, total, taken, revision, uploaded_revision)"
                + " VALUES ('H1', 'S1', 30, 2, 4, 4), ('H1', 'S2', 20, 0, 5, 4);"
                + "INSERT INTO appointment_order (hospital_code, number, schedule_id, status, record_id)"
                + " VALUES ('H1', 'N1', 'S1', 'paid', 'R1'), ('H1', 'N9', NULL, 'cancelled', NULL);"
                + "USE slipway_statistics; INSERT INTO appointment_state (number, hospital_code, visit_date, active)"
                + " VALUES ('N1', 'H1', '2026-12-01', TRUE)");
        fixture.catalogue(schedules -> schedules.insertOne(new Document("_id", "s1")
                .append("hospitalCode", "H1")
                .append("hospitalScheduleId", "S1")
                .append("total", 30)
                .append("active", 2L)));

        Books books = read();

        assertThat(books.ledgers())
                .containsExactlyInAnyOrder(new Ledger("H1", "S1", 30, 2, true), new Ledger("H1", "S2", 20, 0, false));
        assertThat(books.orders())
                .containsExactlyInAnyOrder(
                        new LedgerOrder("H1", "N1", "S1", "paid", "R1"),
                        new LedgerOrder("H1", "N9", null, "cancelled", null));
        assertThat(books.counted()).containsExactly(new Counted("N1", "H1", DAY, true));
        assertThat(books.offers()).containsExactly(new Offer("s1", "H1", "S1", 30, 2));
    }

    @Test
    void eventsThatNoBrokerHasTakenAreCountedInEveryOutbox() throws Exception {
        for (String schema : new String[] {"order", "hosp", "user"}) {
            fixture.run("USE slipway_" + schema + "; INSERT INTO outbox (event_id, published_at)"
                    + " VALUES ('waits', NULL), ('is-gone', UTC_TIMESTAMP())");
        }

        assertThat(read().waiting()).isEqualTo(3);
    }

    @Test
    void messagesAreCountedByTheInboxAndByTheirMarksWhoeverTheyAreOf() throws Exception {
        fixture.run("USE slipway_sms; INSERT INTO claim (name, claimed_until) VALUES"
                + " ('message:N1-sms-appointment-confirmed', NULL), ('message:N1-sms-payment-completed', NULL),"
                + " ('service-sms.sms.requested:an-event', NULL),"
                + " ('message:N2-sms-appointment-confirmed', UTC_TIMESTAMP());"
                + "INSERT INTO inbox_message (id, phone) VALUES ('N1-sms-appointment-confirmed', '13900000001'),"
                + " ('N9-sms-appointment-expired', '13900000009')");

        assertThat(read().sent())
                .isEqualTo(Map.of(
                        "N1-sms-appointment-confirmed", 1,
                        "N1-sms-payment-completed", 1,
                        "N9-sms-appointment-expired", 1));
    }

    @Test
    void aStoreThatRefusesIsAnErrorAndNoEmptyBook() {
        String right = Fixture.PASSWORD;
        Stores stores = fixture.stores();
        Stores noDatabase = fixture.stores("wrong", stores.mongodbPassword());
        Stores noCatalogue = fixture.stores(right, "wrong");

        assertThatThrownBy(() -> read(noDatabase)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> read(noCatalogue))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("catalogue");
    }
}
