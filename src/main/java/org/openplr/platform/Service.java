package org.openplr.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * An activity of a context: one instance, every public method in a transaction, collaborators by its constructor. A
 * {@link Mistake.Noted} does not undo the transaction; where somebody else did the same at that moment, it is tried once more
 * ({@link Anew}).
 *
 * <p>{@code @Singleton} and not {@code @ApplicationScoped}: a normal scope wants a proxy, and so a second constructor
 * (WELD-001435).
 */
@Stereotype
@Singleton
@Anew
@Transactional(dontRollbackOn = Mistake.Noted.class)
@Target(TYPE)
@Retention(RUNTIME)
public @interface Service {}
