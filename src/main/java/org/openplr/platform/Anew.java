package org.openplr.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Of two who did the same at one moment the database let one in: what the other asked is tried once more, in a transaction of
 * its own, and so finds what the first one did.
 */
@InterceptorBinding
@Target(TYPE)
@Retention(RUNTIME)
public @interface Anew {}
