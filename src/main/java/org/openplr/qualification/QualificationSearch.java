package org.openplr.qualification;

/**
 * What someone looks for; an empty text means any.
 *
 * @param keyword words that the title or the awarding organisation's name has, in any order; the first six count
 * @param level {@code 3}, {@code Level 3}, {@code 1/2}, {@code Entry Level}
 * @param area a sector subject area's code, or words of its name; a code of tier 1 finds those of tier 2 in it
 */
public record QualificationSearch(String keyword, String level, String area) {}
