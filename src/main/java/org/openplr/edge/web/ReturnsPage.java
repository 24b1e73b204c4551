package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openplr.record.StateReturn;
import org.openplr.record.StateReturns;

/** What the state returned, and what each load changed, for those who answer for the service. */
@Named
@RequestScoped
public class ReturnsPage {
    @Inject
    private StateReturns returns;

    @Inject
    private Visitor visitor;

    public List<StateReturn.Load> getLoads() {
        return returns.loads(visitor.administrator());
    }
}
