package org.rightparty.dialer;

import org.rightparty.database.Leadership.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Supplier;

/// Leads the campaigns while this process has the right to: lets go of them when another has it,
/// and takes them up again when it is ours again. Calls that are up go on either way.
final class Lead {
    private static final Logger LOG = LoggerFactory.getLogger(Lead.class);

    private final Supplier<Standing> standing;
    private final Runnable takeUp;
    private final Runnable letGo;
    private boolean leading;

    /// @param standing asks for the right and says whether it is ours
    /// @param takeUp starts the campaigns' loops, which adopt what is live; none runs then
    Lead(Supplier<Standing> standing, Runnable takeUp, Runnable letGo) {
        this.standing = standing;
        this.takeUp = takeUp;
        this.letGo = letGo;
    }

    /// Takes the campaigns up for the first time; the right is ours.
    synchronized void begin() {
        takeUp.run();
        leading = true;
    }

    synchronized boolean leads() {
        return leading;
    }

    /// What only the leader does.
    synchronized void whileLeading(Runnable work) {
        if (leading) {
            work.run();
        }
    }

    /// To be asked every second.
    synchronized void look() {
        Standing now = standing.get();
        if (leading && now != Standing.LEADING) {
            LOG.error("leadership.lost action=let-go");
            leading = false;
            letGo.run();
        }
        if (!leading && now != Standing.FOLLOWING) {
            takeUp.run();
            leading = true;
            LOG.info("leadership.taken");
        }
    }
}
