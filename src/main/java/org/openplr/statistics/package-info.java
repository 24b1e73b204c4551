/**
 * Counts of people for agencies: participation, achievement and progression by year, level, subject area, region, age, gender and
 * kind of provider, as releases that do not change, with what could tell of a person left out. It reads every record once for
 * each release, and shows nobody's.
 */
@NullMarked
package org.openplr.statistics;

import org.jspecify.annotations.NullMarked;
