/** The provider register and the roles an organisation may hold. */
@org.jspecify.annotations.NullMarked
package org.openplr.organisation;
