/**
 * OpenID Connect on the wire: what is sent to providers and fetched from them, and nothing decided. Whether a token is
 * taken is for the identity context to say.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.edge.web.oidc;
