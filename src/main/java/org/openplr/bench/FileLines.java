package org.openplr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Files of learners, from the sending to the end of the work, one after the other. */
final class FileLines {
    /** How often each is sent: the first warms. */
    static final int TIMES = 4;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REGISTERED = 5_000;
    private static final int VERIFIED = 100_000;
    private static final int ACHIEVED = 100_000;
    private static final String HEADER =
            "FileVersion,FileName,UKPRN,LearnerRecordCount,ULN,MISIdentifier,Title,GivenName,"
                    + "PreferredGivenName,MiddleOtherName,FamilyName,PreviousFamilyName,FamilyNameAt16,SchoolAtAge16,"
                    + "LastKnownAddressLine1,LastKnownAddressLine2,LastKnownAddressTown,LastKnownAddressCountyorCity,"
                    + "LastKnownPostCode,DateOfAddressCapture,DateOfBirth,PlaceOfBirth,EmailAddress,Gender,Nationality,"
                    + "ScottishCandidateNumber,AbilityToShare,VerificationType,OtherVerificationDescription,Notes\r\n";

    private final Crowd crowd;
    private final LocalServer server;
    private final PrintWriter out;

    FileLines(Crowd crowd, LocalServer server, PrintWriter out) {
        this.crowd = crowd;
        this.server = server;
        this.out = out;
    }

    /** Sends registrations by the system of this number: nine in ten are of people whom nobody knows. */
    void register(String bearer, int system) throws IOException {
        var times = new ArrayList<Taken>();
        for (var n = 0; n < TIMES; n++) {
            var name = "LRB_" + Systems.organisation(system).digits() + "_27112610000" + n + ".CSV";
            times.add(send("learner-files?kind=register&name=" + name, bearer, registrations(name, system, n)));
        }
        print("(r) file of 5,000 registrations", times);
    }

    private String registrations(String name, int system, int turn) {
        var people = new ArrayList<>(crowd.strangers(REGISTERED * 9 / 10));
        for (var i = people.size(); i < REGISTERED; i++)
            people.add(crowd.member(turn * REGISTERED + i).one());
        var text = new StringBuilder(HEADER);
        var head = "2A," + name + "," + Systems.organisation(system).digits() + "," + REGISTERED;
        for (var i = 0; i < REGISTERED; i++) {
            var one = people.get(i);
            text.append(i == 0 ? head : ",,,").append(",,R").append(i).append(",,");
            text.append(one.givenName()).append(",,,").append(one.familyName()).append(",,,,,,,,");
            text.append(one.postcode())
                    .append(",,")
                    .append(one.dateOfBirth())
                    .append(",,,")
                    .append(one.gender());
            text.append(",,,1,2,,\r\n");
        }
        return text.toString();
    }

    /** Sends numbers to be verified, of as many learners as there are, at most 100,000. */
    void verify(String bearer) throws IOException {
        var times = new ArrayList<Taken>();
        var rows = Math.min(VERIFIED, crowd.learners());
        for (var n = 0; n < TIMES; n++)
            times.add(send("learner-files?kind=verify&name=verify-" + n + ".csv", bearer, verifications(rows, n)));
        print("(v) verify file of %,d".formatted(rows), times);
    }

    private String verifications(int rows, int turn) {
        var text = new StringBuilder("ULN,GivenName,FamilyName,DateOfBirth,Gender,MISIdentifier\r\n");
        for (var i = 0; i < rows; i++) {
            var member = crowd.member(i);
            var one = member.one();
            text.append(member.uln().digits())
                    .append(',')
                    .append(one.givenName())
                    .append(',');
            text.append(one.familyName())
                    .append(',')
                    .append(one.dateOfBirth())
                    .append(',')
                    .append(one.gender());
            text.append(",T").append(turn).append('-').append(i).append("\r\n");
        }
        return text.toString();
    }

    /** Sends achievements of as many learners as there are, at most 100,000, all of them new. */
    void achievements(String bearer) throws IOException {
        var times = new ArrayList<Taken>();
        var rows = Math.min(ACHIEVED, crowd.learners());
        for (var n = 0; n < TIMES; n++) {
            var path = "achievement-files?name=achievements-" + n + ".csv";
            times.add(send(path, bearer, achievements(rows, n)));
        }
        print("(m) file of %,d achievements".formatted(rows), times);
        out.printf(
                "%-32s %s a second%n",
                "",
                times.stream().map(one -> "%,.0f".formatted(rows / one.seconds)).collect(Collectors.joining(", ")));
    }

    private String achievements(int rows, int turn) {
        var text = new StringBuilder(
                "Reference,ULN,GivenName,FamilyName,DateOfBirth,UnitOrQualificationReferenceNumber,AchievementAwardDate,Grade,LanguageForAssessment,ProviderUkprn\r\n");
        for (var i = 0; i < rows; i++) {
            var member = crowd.member(i);
            var one = member.one();
            text.append('M').append(turn).append('-').append(i).append(',');
            text.append(member.uln().digits())
                    .append(',')
                    .append(one.givenName())
                    .append(',');
            text.append(one.familyName()).append(',').append(one.dateOfBirth()).append(',');
            text.append(Systems.unit(i % Systems.UNITS).text()).append(",2026-06-12,Pass,English,19990055\r\n");
        }
        return text.toString();
    }

    /** How long it took until it was done, how much of the server's processor, and how many rows had nothing to mend. */
    private record Taken(double seconds, double processor, int good) {}

    private Taken send(String place, String bearer, String content) throws IOException {
        var processor = server.processorTime();
        var begin = System.nanoTime();
        try (var wire = new Wire(server.base())) {
            var path = "/api/v1/" + place;
            var sent = wire.send(Wire.request("POST", path, bearer + "Content-Type: text/csv\r\n", content), true);
            if (sent.status() != 202) throw new IllegalStateException("file: " + sent.status() + " " + sent.body());
            var one = path.replaceFirst("[?].*", "/")
                    + JSON.readTree(sent.body()).required("id").asText();
            while (true) {
                var file = JSON.readTree(
                        wire.send(Wire.request("GET", one, bearer, ""), true).body());
                switch (file.required("state").asText()) {
                    case "waiting", "running" -> pause();
                    case "done" -> {
                        var used = server.processorTime().minus(processor);
                        return new Taken(
                                (System.nanoTime() - begin) / 1e9,
                                used.toNanos() / 1e9,
                                file.path("good").asInt()
                                        + file.at("/counts/created").asInt());
                    }
                    default -> throw new IllegalStateException("the file ended: " + file);
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private void print(String name, List<Taken> times) {
        out.printf("%-32s", name);
        for (var one : times) out.printf(" %7.1f s (CPU %.1f s, %,d good)", one.seconds, one.processor, one.good);
        out.println();
    }
}
