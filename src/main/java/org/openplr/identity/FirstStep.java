package org.openplr.identity;

/** What comes of a user name and a passphrase. */
public sealed interface FirstStep
        permits Welcome, FirstStep.SecondNeeded, SignInOutcome.Refused, SignInOutcome.Throttled {
    /**
     * They belong together, and this account asks for a code besides. Nobody is signed in yet.
     *
     * @param ticket what the browser has to bring with the code, within five minutes
     */
    record SecondNeeded(String ticket) implements FirstStep {
        @Override
        public String toString() {
            return "SecondNeeded[…]";
        }
    }
}
