package org.openplr.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a JDBC address says of the way to the database; Derby is inside of the server and has none. */
record DatabaseAddress(List<String> hosts, List<String> parameters) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Set<String> HERE = Set.of("", "localhost", "127.0.0.1", "[::1]");

    static boolean isPostgres(String url) {
        return url.strip().startsWith(POSTGRESQL);
    }

    /** Reads {@code jdbc:postgresql://host:port,host:port/database?name=value&name=value}, each part but the first optional. */
    static DatabaseAddress read(String url) {
        var halves = url.strip().substring(POSTGRESQL.length()).split("\\?", 2);
        var hosts = halves[0].startsWith("//") ? halves[0].substring(2).split("/", 2)[0] : "";
        return new DatabaseAddress(
                Arrays.stream(hosts.split(",", -1))
                        .map(host -> host.replaceFirst(":[0-9]*$", ""))
                        .toList(),
                halves.length < 2 ? List.of() : Arrays.asList(halves[1].split("&", -1)));
    }

    /** What production does not take of it: a way that others could listen to, or somebody who shows nothing. */
    List<String> objections(boolean withPassword) {
        var objections = new ArrayList<String>();
        if (!HERE.containsAll(hosts) && !parameters.contains("sslmode=verify-full"))
            objections.add("db.url leaves this machine and has to say sslmode=verify-full");
        if (!withPassword && parameters.stream().noneMatch(one -> one.startsWith("sslcert=")))
            objections.add("db.password is missing, and db.url has no sslcert in its place");
        return objections;
    }
}
