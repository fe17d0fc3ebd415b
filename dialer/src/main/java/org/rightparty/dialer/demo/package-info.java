/// The demo portfolio: fictional people with fictional numbers and debts, made from a seed.
///
/// The same seed gives the same portfolio. Names are made up, numbers are those that no person can
/// have ([org.rightparty.vocabulary.PhoneNumber#isFictional]), postal codes and towns are real and
/// fit each other, because calling hours depend on them.
///
/// A newcomer may start the program at any hour, so the people are spread from Puerto Rico to Guam:
/// at every hour somebody may be called, except from 11:00 to 12:00 UTC. Then it is past 21:00 in
/// Guam and not yet 08:00 in Puerto Rico, and no place under United States law is inside calling
/// hours; the program rightly refuses every call. In that hour, look at the refusals.
@NullMarked
package org.rightparty.dialer.demo;

import org.jspecify.annotations.NullMarked;
