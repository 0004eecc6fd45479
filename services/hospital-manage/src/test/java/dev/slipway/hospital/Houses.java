package dev.slipway.hospital;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.profile.BookingRule;
import dev.slipway.hospital.profile.HospitalProfiles;
import dev.slipway.hospital.profile.ProfileDetails;
import dev.slipway.hospital.schedule.ScheduleDetails;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.schedule.Session;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes hospitals that no other test uses. */
@Component
class Houses {
    private static final AtomicInteger NUMBER = new AtomicInteger(5000);

    private final HospitalProfiles profiles;
    private final Connections connections;
    private final Schedules schedules;
    private final JdbcClient jdbc;

    Houses(HospitalProfiles profiles, Connections connections, Schedules schedules, JdbcClient jdbc) {
        this.profiles = profiles;
        this.connections = connections;
        this.schedules = schedules;
        this.jdbc = jdbc;
    }

    House open() {
        return open(null);
    }

    /** With one department. */
    House open(@Nullable URI platform) {
        String code = "T" + NUMBER.incrementAndGet();
        House house = new House(code, code + "-1", "the-signing-key-of-" + code);
        var rule = new BookingRule(
                7, LocalTime.of(8, 0), LocalTime.of(11, 30), -1, LocalTime.of(15, 0), List.of("请携带身份证"));
        profiles.add(
                code,
                new ProfileDetails(
                        "测试医院", "1", "110000", "110100", "110101", "东单路 1 号", "简介", "地铁 1 号线", "门诊楼一层", rule));
        connections.add(new Connection(code, platform, house.keyId(), house.key()));
        jdbc.sql("""
                        INSERT INTO department (hospital_code, code, name, intro, revision, uploaded_revision,
                          created_at, updated_at) VALUES (?, ?, '内科', '', 1, 0, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))""").params(code, House.DEPARTMENT).update();
        return house;
    }

    /** A session of tomorrow morning; its id. */
    String session(House house, int total) {
        String id = "S" + NUMBER.incrementAndGet();
        schedules.add(
                house.code(),
                id,
                new ScheduleDetails(
                        House.DEPARTMENT,
                        "主任医师",
                        "王芳",
                        "高血压",
                        ServiceTest.tomorrow(),
                        Session.AM,
                        new BigDecimal("80.00"),
                        total));
        return id;
    }
}
