/**
 * The personal learning record: learning events, each kept as versions, none ever overwritten. Who sees a record, and an
 * organisation's lawful look, is decided here ({@code RecordAccess}, ADR 44); what a learner shared, in {@code share}.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.record;
