package dev.customerservice.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class LowerCaseProperties {
    @Property
    void itIsTheLowerCaseOfTheRootLocale(@ForAll @StringLength(max = 50) String text) {
        assertEquals(text.toLowerCase(Locale.ROOT), LowerCase.of(text));
    }

    @Property
    void soItIsOfLettersThatChangeTheirNumber(
            @ForAll
                    @StringLength(max = 20)
                    @Chars({'\u0130', 'I', '\u03a3', '\u0307', 'x', ' '})
                    @CharRange(from = 'A', to = 'C')
                    String text) {
        assertEquals(text.toLowerCase(Locale.ROOT), LowerCase.of(text));
    }

    /** The JDK's own takes the square of this: minutes, and its memory moved a million times. */
    @Example
    void aMillionOfThemTakeNoLongerThanOthers() {
        assertEquals("i\u0307".repeat(1_000_000), LowerCase.of("\u0130".repeat(1_000_000)));
    }
}
