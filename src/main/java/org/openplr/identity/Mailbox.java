package org.openplr.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.openplr.platform.EmailAddress;

/**
 * Where the person behind an account is told, and in which language.
 *
 * @param since from when on: what happened before is not told there
 */
public record Mailbox(UUID account, EmailAddress address, Locale language, Instant since) {}
