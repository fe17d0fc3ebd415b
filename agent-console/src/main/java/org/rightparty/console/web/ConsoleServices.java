package org.rightparty.console.web;

import org.rightparty.console.desk.Accounts;
import org.rightparty.console.desk.Desks;
import org.rightparty.console.desk.Dispositions;
import org.rightparty.console.desk.Drafts;
import org.rightparty.console.floor.FloorView;
import org.rightparty.console.people.People;
import org.rightparty.console.people.Sessions;
import org.rightparty.console.people.Tries;

import java.util.function.Supplier;

/// What the console shows and whom it asks.
///
/// @param looks where it is noted who looked at whom
/// @param health what `/health/ready` reports
/// @param metrics the text that `/metrics` serves
/// @param more routes of other modules
public record ConsoleServices(
        Desks desks,
        FloorView floor,
        People people,
        Sessions sessions,
        Tries tries,
        Drafts drafts,
        Accounts accounts,
        Dispositions dispositions,
        Looks looks,
        Health health,
        Supplier<String> metrics,
        Routes more) {}
