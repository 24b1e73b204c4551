/** Files by job: importers, demo data, tools of the command line. */
@org.jspecify.annotations.NullMarked
package org.openplr.edge.batch;
