package org.rightparty.console.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Time and chance, handed in.
///
/// @param nanos a monotonic clock, the same the dialer stamps answers with
/// @param random for tokens, salts and what nobody may guess
public record Clocks(InstantSource clock, LongSupplier nanos, SecureRandom random) {}
