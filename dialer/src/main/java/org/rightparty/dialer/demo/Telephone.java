package org.rightparty.dialer.demo;

import org.rightparty.vocabulary.PhoneNumber;

/// One number of a demo consumer.
///
/// @param lineType as in `phone.line_type`
/// @param place as in `phone.place`
/// @param source as in `phone.source`
/// @param usable as in `phone.usable`
/// @param consented the consumer gave it to the creditor for calls about the debt
public record Telephone(
        long id,
        PhoneNumber number,
        String lineType,
        String place,
        String source,
        int rank,
        String usable,
        boolean consented) {}
