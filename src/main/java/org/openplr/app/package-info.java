/**
 * Apps that learners use: an app asks (OAuth 2.0, authorization code with PKCE), the learner allows it or does not, and the
 * app gets a token that is good for this and nothing else. Its rule: the permission is a share. What an app may see, until
 * when, whether it still may, each look and its receipt are the business of {@code share}; here are only the protocol, the
 * app's own secrets, and which share they are for. So whatever ends a share ends what the app may, at its next request.
 *
 * <p>Codes and refresh tokens are kept as keyed digests, and each works once. One that comes a second time is in the hands
 * of two, and nobody can tell which is the app: the permission ends.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.app;
