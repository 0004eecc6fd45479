package dev.slipway.order.withdrawal;

import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.withdrawal.Withdrawal.Withdrawn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WithdrawalConfiguration {
    @Bean
    Subscription<ScheduleChanged> scheduleChanged(Withdrawal withdrawal) {
        return new Subscription<>(
                "service-order", "schedule.changed", ScheduleChanged.class, (id, change) -> withdrawal.changed(change));
    }

    @Bean
    Subscription<Withdrawn> appointmentWithdrawn(Withdrawal withdrawal) {
        return new Subscription<>(
                "service-order",
                Withdrawal.WITHDRAWN,
                Withdrawn.class,
                (id, withdrawn) -> withdrawal.withdraw(new AppointmentNumber(withdrawn.number())));
    }
}
