package dev.slipway.hospital.counter;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.counter.CounterOutcome.Done;
import dev.slipway.hospital.counter.CounterOutcome.Failed;
import dev.slipway.hospital.counter.CounterOutcome.Untold;
import dev.slipway.hospital.order.Cancellation;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.OrderDesk;
import dev.slipway.hospital.platform.Platform;
import dev.slipway.hospital.platform.PlatformAnswer;
import dev.slipway.hospital.platform.PlatformAnswer.Accepted;
import dev.slipway.hospital.platform.PlatformAnswer.Refused;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Gives numbers out and cancels, as far as the platform agrees. Whatever ends this process between the platform's answer
 * and the books: a number given out is stored first and told again, and of a cancellation the platform sends notice.
 */
@Component
public class Counter {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final OrderDesk orders;
    private final FetchedNumbers numbers;
    private final Connections connections;
    private final Platform platform;

    Counter(OrderDesk orders, FetchedNumbers numbers, Connections connections, Platform platform) {
        this.orders = orders;
        this.numbers = numbers;
        this.connections = connections;
        this.platform = platform;
    }

    /** The patient is here and has the number now. */
    public CounterOutcome fetched(String hospital, Order order) {
        return numbers.store(hospital, order.number()) ? tell(hospital, order) : new Failed("只有已支付的订单可以取号");
    }

    /** Tells the platform of a stored number, and settles it when the platform said yes or no. */
    CounterOutcome tell(String hospital, Order order) {
        String record = Objects.requireNonNull(order.admission()).recordId();
        PlatformAnswer answer = platform.numberFetched(connection(hospital), record);
        if (!(answer instanceof Accepted) && !aboutTheOrder(answer)) {
            return new Untold(failed(answer).reason());
        }
        CounterOutcome outcome = answer instanceof Accepted ? write(hospital, order) : failed(answer);
        numbers.settled(hospital, order.number());
        return outcome;
    }

    private CounterOutcome write(String hospital, Order order) {
        return orders.fetched(hospital, order.number()) ? new Done() : new Failed("订单已被取消");
    }

    /** And not about the hospital's key or clock. */
    private static boolean aboutTheOrder(PlatformAnswer answer) {
        return answer instanceof Refused refused && (refused.status() == CONFLICT || refused.status() == NOT_FOUND);
    }

    public CounterOutcome cancel(String hospital, Order order) {
        if (order.admission() == null || !order.status().open()) {
            return new Failed("该订单不能取消");
        }
        PlatformAnswer answer =
                platform.orderCancelled(connection(hospital), order.admission().recordId());
        if (!(answer instanceof Accepted)) {
            return failed(answer);
        }
        return orders.cancel(hospital, order.number(), "医院取消") == Cancellation.DONE ? new Done() : new Failed("该订单已取号");
    }

    private Connection connection(String hospital) {
        return connections.find(hospital).orElseThrow();
    }

    private static Failed failed(PlatformAnswer answer) {
        if (answer instanceof Refused refused) {
            String why = refused.status() == CONFLICT ? conflict(refused.code()) : refused.detail();
            return new Failed("平台拒绝：" + why);
        }
        return new Failed("平台无法连接");
    }

    private static String conflict(String code) {
        return switch (code) {
            case "not-paid" -> "平台显示该订单未支付";
            case "too-late-to-change" -> "平台显示该订单已不能变更";
            default -> code;
        };
    }
}
