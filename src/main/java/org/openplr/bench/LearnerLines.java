package org.openplr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.openplr.party.Gender;

/** What organisations ask of the learner register by REST, one client after the other request. */
final class LearnerLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "Content-Type: application/json\r\n";
    private static final int VERIFIED_AT_ONCE = 200;

    private final Crowd crowd;
    private final int finds;
    private final Predicate<String> wanted;

    /**
     * @param finds how often each is measured, after as many that only warm; a tenth of it where 200 are verified
     */
    LearnerLines(Crowd crowd, int finds, Predicate<String> wanted) {
        this.crowd = crowd;
        this.finds = finds;
        this.wanted = wanted;
    }

    /** A line, and how often it is measured. */
    record Line(Measured measured, int count) {}

    /** How many systems it takes to stay within the quotas. */
    int systems() {
        return 6 * (2 * finds / Systems.FINDS + 1) + 2 * verifications() + 2;
    }

    private int verifications() {
        return Math.max(5, finds / 10);
    }

    List<Line> lines(Systems systems) {
        var lines = new ArrayList<Line>();
        var members = sought(n -> crowd.member(n));
        if (wanted.test("f")) lines.add(byNumber(systems, members));
        if (wanted.test("g"))
            lines.add(find(
                    "g",
                    "find by demographics",
                    systems,
                    members.stream().map(Crowd.Member::one).toList()));
        if (wanted.test("h"))
            lines.add(find(
                    "h",
                    "find with one typo",
                    systems,
                    members.stream().map(one -> crowd.mistyped(one.one())).toList()));
        if (wanted.test("j")) lines.add(find("j", "find frequent surnames", systems, frequent()));
        if (wanted.test("p")) lines.add(register(systems, crowd.strangers(2 * finds)));
        if (wanted.test("q")) lines.add(verify(systems));
        return lines;
    }

    private List<Crowd.Member> sought(IntFunction<Crowd.Member> nth) {
        var some = new ArrayList<Crowd.Member>();
        for (var i = 0; i < 2 * finds; i++) some.add(nth.apply(i));
        return some;
    }

    private List<Someone> frequent() {
        var frequent = crowd.frequent();
        return sought(n -> frequent.get((int) (n * 7_919L % frequent.size()))).stream()
                .map(Crowd.Member::one)
                .toList();
    }

    private Line byNumber(Systems systems, List<Crowd.Member> members) {
        var headers = headers(systems, members.size());
        return new Line(
                new Measured("f", "find by number and names", "", n -> {
                    var one = members.get(n);
                    var body = JSON.createObjectNode()
                            .put("uln", one.uln().digits())
                            .put("givenName", one.one().givenName())
                            .put("familyName", one.one().familyName());
                    return List.of(post("/api/v1/learners/find", headers.apply(n), body));
                }),
                finds);
    }

    private Line find(String letter, String name, Systems systems, List<Someone> people) {
        var headers = headers(systems, people.size());
        return new Line(new Measured(letter, name, "", n -> List.of(find(headers.apply(n), people.get(n)))), finds);
    }

    private Line register(Systems systems, List<Someone> people) {
        var headers = headers(systems, people.size());
        return new Line(
                new Measured("p", "register, with its find", "", n -> {
                    var body = demographics(people.get(n))
                            .put("verificationType", "PASSPORT")
                            .put("abilityToShare", "1");
                    return List.of(
                            find(headers.apply(n), people.get(n)), post("/api/v1/learners", headers.apply(n), body));
                }),
                finds);
    }

    /** Each by a system of its own, which has verified enough for the day. */
    private Line verify(Systems systems) {
        var headers = systems.take(2 * verifications());
        return new Line(
                new Measured("q", "verify 200", "", n -> {
                    var body = JSON.createObjectNode();
                    var learners = body.putArray("learners");
                    for (var i = 0; i < VERIFIED_AT_ONCE; i++) {
                        var one = crowd.member(n * VERIFIED_AT_ONCE + i);
                        learners.addObject()
                                .put("uln", one.uln().digits())
                                .put("givenName", one.one().givenName())
                                .put("familyName", one.one().familyName())
                                .put("dateOfBirth", one.one().dateOfBirth().toString());
                    }
                    return List.of(post("/api/v1/learners/verify", headers.get(n), body));
                }),
                verifications());
    }

    private static IntFunction<String> headers(Systems systems, int count) {
        var headers = systems.take(count / Systems.FINDS + 1);
        return n -> headers.get(n / Systems.FINDS);
    }

    private static byte[] find(String header, Someone one) {
        return post("/api/v1/learners/find", header, demographics(one));
    }

    private static ObjectNode demographics(Someone one) {
        return JSON.createObjectNode()
                .put("givenName", one.givenName())
                .put("familyName", one.familyName())
                .put("dateOfBirth", one.dateOfBirth().toString())
                .put(
                        "gender",
                        Gender.ofCode(one.gender()).orElse(Gender.UNKNOWN).name())
                .put("postcode", one.postcode());
    }

    private static byte[] post(String path, String header, ObjectNode body) {
        return Wire.request("POST", path, header + TYPE, body.toString());
    }
}
