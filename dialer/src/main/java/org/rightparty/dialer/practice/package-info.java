/// The practice carrier: a small manager-interface (AMI) server on loopback with simulated
/// consumers.
///
/// What it is: what the first start of the program dials into, what new staff train on, and what
/// load tests use. Production code speaks AMI to it over TCP exactly as to Asterisk 22: the same
/// banner, log-in, actions, events and header names, and the same contexts, each of which ends by
/// itself. Consumers answer, let it ring, are busy, hang up, or have machines, by seeded chance.
///
/// What it is not: a telephone system. No SIP, no sound, no recording file is ever written, no
/// carrier, no real number: numbers that a person could have are refused. It shows only what its
/// author knew of Asterisk, so it never stands in for the tests against a real Asterisk.
@NullMarked
package org.rightparty.dialer.practice;

import org.jspecify.annotations.NullMarked;
