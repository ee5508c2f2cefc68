package dev.customerservice.examples.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same input gives the same bytes in any locale and zone, and on any JDK; golden files hold it against JDKs that are not here.
 * {@code -Dother.java=PATH} asks another JDK at once.
 */
class DeterminismTest {
    private static void isSame(Fork fork) throws NoSuchAlgorithmException {
        assertEquals(0, fork.exit(), fork.text());
        assertTrue(fork.text().contains(Digest.digest()), fork.text());
    }

    /** Turkish has no dot on its capital i, Arabic has digits of its own, and Samoa has no 30 December 2011. */
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
    void theSampleGivesTheSameBytesInAnyLocaleAndZone(String language, String country, String zone, String encoding)
            throws NoSuchAlgorithmException {
        Fork fork = Fork.of(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone,
                        "-Dfile.encoding=" + encoding),
                Digest.class);
        assertTrue(fork.text().contains(language + "_" + country + " " + zone), fork.text());
        isSame(fork);
    }

    @Test
    void theSampleGivesTheSameBytesOnAnotherJdk() throws NoSuchAlgorithmException {
        String other = System.getProperty("other.java", "");
        assumeTrue(!other.isEmpty(), "no other JDK; give -Dother.java=PATH");
        isSame(Fork.of(other, List.of(), Digest.class));
    }
}
