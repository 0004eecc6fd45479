package dev.slipway.hospital.order.web;

import dev.slipway.hospital.counter.Counter;
import dev.slipway.hospital.counter.CounterOutcome;
import dev.slipway.hospital.counter.CounterOutcome.Failed;
import dev.slipway.hospital.counter.CounterOutcome.Untold;
import dev.slipway.hospital.counter.FetchedNumbers;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.OrderStatus;
import dev.slipway.hospital.order.Orders;
import dev.slipway.hospital.order.Orders.OrderFilter;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import dev.slipway.hospital.page.web.PageMissing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The orders a clerk looks for, and what is done with one at the counter. */
@Page
@RequestMapping("/hospitals/{code}/orders")
class OrderPages {
    private static final int MOST = 200;

    private final Orders orders;
    private final FetchedNumbers numbers;
    private final Counter counter;

    OrderPages(Orders orders, FetchedNumbers numbers, Counter counter) {
        this.orders = orders;
        this.numbers = numbers;
        this.counter = counter;
    }

    @GetMapping
    String search(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        LocalDate day = parsed(date, LocalDate::parse);
        OrderStatus chosen = parsed(status, OrderStatus::of);
        var filter = new OrderFilter(day, null, chosen, number.isBlank() ? null : number.strip());
        model.addAttribute("date", day);
        model.addAttribute("status", chosen);
        model.addAttribute("number", number);
        model.addAttribute("statuses", OrderStatus.values());
        Set<String> fetching = numbers.of(code);
        model.addAttribute(
                "orders",
                orders.search(code, filter, MOST).stream()
                        .map(order -> OrderRow.of(order, fetching.contains(order.number())))
                        .toList());
        return "orders";
    }

    /** Null for what is empty or wrong: nothing is filtered then. */
    private static <T> @Nullable T parsed(String text, Function<String, T> reader) {
        try {
            return text.isBlank() ? null : reader.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return null;
        }
    }

    @PostMapping("/{number}/fetched")
    String fetched(@PathVariable String code, @PathVariable String number, RedirectAttributes next) {
        return back(counter.fetched(code, find(code, number)), "已取号，平台已收到通知", next);
    }

    @PostMapping("/{number}/cancellation")
    String cancel(@PathVariable String code, @PathVariable String number, RedirectAttributes next) {
        return back(counter.cancel(code, find(code, number)), "已取消，平台已收到通知", next);
    }

    private Order find(String code, String number) {
        return orders.find(code, number).orElseThrow(PageMissing::new);
    }

    private static String back(CounterOutcome outcome, String done, RedirectAttributes next) {
        if (outcome instanceof Failed failed) {
            Notice.failed(next, failed.reason());
        } else if (outcome instanceof Untold untold) {
            Notice.failed(next, "已登记取号；" + untold.reason() + "，稍后自动重新通知平台，平台确认前请勿发号");
        } else {
            Notice.done(next, done);
        }
        return "redirect:/hospitals/{code}/orders";
    }
}
