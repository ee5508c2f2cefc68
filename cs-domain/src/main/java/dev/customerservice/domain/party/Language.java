package dev.customerservice.domain.party;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language in which a customer writes or is served.
 *
 * @param tag a well-formed BCP 47 tag in its canonical form, such as {@code pt-BR}
 */
public record Language(String tag) implements Serializable {
    /** Refuses an ill-formed tag and keeps the canonical form of a well-formed one. */
    public Language {
        try {
            tag = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("The language (" + Shown.of(tag)
                    + ") must be a BCP 47 tag.\nMaybe write it as in en, pt-BR or zh-Hant.");
        }
    }

    /**
     * Reads a BCP 47 tag as a language.
     *
     * @param tag a well-formed tag
     * @return the language
     * @throws IllegalArgumentException if the tag is ill-formed
     */
    public static Language of(String tag) {
        return new Language(tag);
    }
}
