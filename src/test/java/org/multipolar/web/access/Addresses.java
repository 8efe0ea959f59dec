package org.multipolar.web.access;

import java.util.List;
import java.util.regex.Pattern;

/** Addresses of all resources, with something in the place of each parameter. */
public final class Addresses {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private Addresses() {}

    public static List<String> all() {
        return Endpoints.ofResources().stream()
                .map(endpoint -> endpoint.substring(endpoint.indexOf(' ') + 1))
                .map(address -> PARAMETER.matcher(address).replaceAll("none"))
                .distinct()
                .toList();
    }
}
