/**
 * The provider register, and the roles an organisation may give its people. What is new in either takes two
 * administrators.
 */
@org.jspecify.annotations.NullMarked
package org.openplr.organisation;
