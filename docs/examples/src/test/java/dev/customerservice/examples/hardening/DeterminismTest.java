package dev.customerservice.examples.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same input gives the same bytes in any locale and zone, and on any JDK: the digest stands here, and the build runs on more than
 * one JDK.
 */
class DeterminismTest {
    private static final String DIGEST = "?";

    @Test
    void theSampleGivesTheSameBytesOnThisJdk() throws NoSuchAlgorithmException {
        assertEquals(DIGEST, Digest.digest(), "on " + System.getProperty("java.version"));
    }

    /** Each row of three by three has its own encoding too; Turkish has no dot on its capital i, Arabic has digits of its own. */
    @ParameterizedTest
    @CsvSource({
        "tr, TR, Pacific/Apia, UTF-8",
        "tr, TR, America/St_Johns, ISO-8859-1",
        "tr, TR, UTC, UTF-8",
        "ar, EG, Pacific/Apia, ISO-8859-1",
        "ar, EG, America/St_Johns, UTF-8",
        "ar, EG, UTC, UTF-8",
        "en, US, Pacific/Apia, UTF-8",
        "en, US, America/St_Johns, UTF-8",
        "en, US, UTC, ISO-8859-1"
    })
    void theSampleGivesTheSameBytesInAnyLocaleAndZone(String language, String country, String zone, String encoding) {
        Fork fork = Fork.of(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone,
                        "-Dfile.encoding=" + encoding),
                Digest.class);
        assertTrue(fork.text().contains(language + "_" + country), fork.text());
        assertTrue(fork.text().contains(zone), fork.text());
        assertTrue(fork.text().contains(DIGEST), fork.text());
    }
}
