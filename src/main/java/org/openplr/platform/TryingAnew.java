package org.openplr.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** {@link Anew}, outside the transaction: within another one's it tries nothing, since that is lost too. */
@Anew
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TryingAnew {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) return call.proceed();
        try {
            return call.proceed();
        } catch (Sql.DatabaseTrouble trouble) {
            if (!trouble.isDuplicate()) throw trouble;
            return call.proceed();
        }
    }
}
