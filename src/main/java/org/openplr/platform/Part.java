package org.openplr.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A part of a {@link Service}: one instance, in its caller's transaction, usually not called from outside the context.
 *
 * <p>A stereotype, because {@code @Singleton} alone is no bean that is discovered (WELD-001408).
 */
@Stereotype
@Singleton
@Target(TYPE)
@Retention(RUNTIME)
public @interface Part {}
