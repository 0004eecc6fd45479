package dev.slipway.platform.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The order in which components stop: whoever needs or uses another one goes first. */
final class Waves {
    private final Map<String, Component> components = new HashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();

    private Waves(Collection<? extends Component> all) {
        all.forEach(component -> components.put(component.name(), component));
    }

    /** Names of the components, those that stop first in the first list. */
    static List<List<String>> toStop(Collection<? extends Component> all) {
        var waves = new Waves(all);
        var byHeight = new ArrayList<List<String>>();
        for (Component component : all) {
            int height = waves.height(component.name(), Set.of());
            while (byHeight.size() <= height) {
                byHeight.add(0, new ArrayList<>());
            }
            byHeight.get(byHeight.size() - 1 - height).add(component.name());
        }
        return byHeight;
    }

    /** Longest way down to a component that stands on nothing; ties to what is not here do not count. */
    private int height(String name, Set<String> above) {
        Component component = components.get(name);
        if (component == null || above.contains(name)) {
            return -1;
        }
        Integer known = heights.get(name);
        if (known != null) {
            return known;
        }
        var path = new HashSet<>(above);
        path.add(name);
        int height = 1
                + Stream.concat(component.needs().stream(), component.uses().stream())
                        .mapToInt(below -> height(below, path))
                        .max()
                        .orElse(-1);
        heights.put(name, height);
        return height;
    }
}
