/** The register of qualifications, awarding organisations and sector subject areas. Rules of combination and routes to achievement grow here. */
@org.jspecify.annotations.NullMarked
package org.openplr.qualification;
