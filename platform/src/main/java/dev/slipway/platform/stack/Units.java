package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The components of a stack and where each of them stands, in the order in which they are shown. */
final class Units {
    private final Map<String, Unit> units = new LinkedHashMap<>();

    Units(Collection<? extends Component> components, Journal journal, Instant now) {
        components.forEach(component -> units.put(component.name(), new Unit(component, journal, now)));
    }

    Collection<Unit> all() {
        return units.values();
    }

    Optional<Unit> find(String name) {
        return Optional.ofNullable(units.get(name));
    }

    List<Unit> failed() {
        return units.values().stream()
                .filter(unit -> unit.state() == State.FAILED)
                .toList();
    }

    boolean allReady() {
        return units.values().stream().allMatch(Unit::ready);
    }

    /** All of the named ones that belong to this stack are ready. */
    boolean standFirm(Collection<String> names) {
        return names.stream().map(units::get).filter(Objects::nonNull).allMatch(Unit::ready);
    }

    /** Their processes, those that stop first in the first list. */
    List<List<Child>> toStop() {
        var waves = new ArrayList<List<Child>>();
        for (List<String> names :
                Waves.toStop(units.values().stream().map(Unit::component).toList())) {
            waves.add(names.stream()
                    .map(units::get)
                    .filter(Objects::nonNull)
                    .flatMap(unit -> unit.child().stream())
                    .toList());
        }
        return waves;
    }
}
