package org.openplr.claim;

/** What a learner needs from the desk, besides that it is noted who they are. */
public enum Need {
    NOTHING,
    /** An activation code: nobody signs in to the record yet. */
    FIRST_WAY_IN,
    /** An activation code that ends the old ways in, for somebody who lost them. */
    NEW_WAY_IN
}
