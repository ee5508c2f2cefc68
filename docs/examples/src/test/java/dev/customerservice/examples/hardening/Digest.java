package dev.customerservice.examples.hardening;

import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.roles.json.PlaybookReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Prints a digest of what the library makes of the sample: readings, explanations, figures and texts, byte by byte. */
final class Digest {
    private Digest() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        System.err.println(Locale.getDefault() + " " + TimeZone.getDefault().getID());
        System.out.println(digest());
    }

    static String digest() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        LoadedLog log = Sample.log(Sample.rows());
        SlaPlan plan = Sample.plan();
        Instant asOf = Sample.asOf(log);
        digest.update(utf8(log.summary().toString()));
        for (TicketHistory history : log.histories()) {
            for (SlaReading reading : plan.read(history, asOf).all()) {
                digest.update(utf8(reading.toString()));
                digest.update(utf8(plan.explain(reading).toText()));
            }
        }
        digest.update(utf8(Sample.figures(Sample.report(Sample.facts(log, plan), asOf))));
        for (JsonFormat format : List.of(JsonFormat2.standard(), JsonFormat3.standard())) {
            digest.update(utf8(format.write(format.read(Sample.text("policies.json"), SlaBook.class))));
            digest.update(utf8(format.write(log.histories().get(0))));
            digest.update(utf8(PlaybookReader.of(format).standard().toString()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
