package org.rightparty.dialer.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/// Made-up names that read like names.
final class Names {
    private static final List<String> GIVEN =
            List.of(
                    "Adrenne",
                    "Alvessa",
                    "Arlock",
                    "Bastina",
                    "Belton",
                    "Brisco",
                    "Calantha",
                    "Cordell",
                    "Darwen",
                    "Delphia",
                    "Dorsten",
                    "Edlyn",
                    "Elowin",
                    "Emeric",
                    "Fanora",
                    "Fenwick",
                    "Garran",
                    "Gisela",
                    "Harlon",
                    "Hesper",
                    "Ibrina",
                    "Idwal",
                    "Jarrick",
                    "Jessamy",
                    "Kelvan",
                    "Kirsa",
                    "Ladonna",
                    "Lorcan",
                    "Maribeth",
                    "Merrit",
                    "Nadrine",
                    "Norvel",
                    "Octavian",
                    "Orla",
                    "Perrin",
                    "Philippa",
                    "Quenna",
                    "Quillan",
                    "Rosalba",
                    "Rufford",
                    "Sabrelle",
                    "Selwyn",
                    "Tavish",
                    "Thelma",
                    "Ulric",
                    "Unity",
                    "Valdis",
                    "Verena",
                    "Wendell",
                    "Winola",
                    "Xandra",
                    "Yorick",
                    "Ysolde",
                    "Zebulon");
    private static final List<String> FAMILY =
            List.of(
                    "Ambleforth",
                    "Ashcombe",
                    "Barrowick",
                    "Bellweather",
                    "Brackenbury",
                    "Cadwell",
                    "Caskwright",
                    "Cotterling",
                    "Dapplewood",
                    "Drumgoole",
                    "Eastermoor",
                    "Elderfield",
                    "Fairbrook",
                    "Fennimore",
                    "Gadsworth",
                    "Glenharrow",
                    "Hartsease",
                    "Holloway-Finch",
                    "Inglenook",
                    "Ironsides",
                    "Jessop-Vale",
                    "Kestrelman",
                    "Kingsbarrow",
                    "Larkspurr",
                    "Lindenhall",
                    "Marchbanks",
                    "Mossgrove",
                    "Netherby",
                    "Nightingall",
                    "Oakenshaw",
                    "Orpington",
                    "Pellworthy",
                    "Pennyfeather",
                    "Quarrington",
                    "Quickfoot",
                    "Ravenscar",
                    "Rowanberry",
                    "Saltmarsh",
                    "Silverthorn",
                    "Tanglewood",
                    "Thistledown",
                    "Umberleigh",
                    "Underhay",
                    "Vantongeren",
                    "Veldkamper",
                    "Wetherfield",
                    "Whitlocke",
                    "Yarborough",
                    "Yellowlees",
                    "Zimmerhoff");
    private static final List<String> STREETS =
            List.of(
                    "Alder",
                    "Birch",
                    "Cedar",
                    "Chestnut",
                    "Dogwood",
                    "Elm",
                    "Fir",
                    "Hickory",
                    "Juniper",
                    "Larch",
                    "Linden",
                    "Magnolia",
                    "Maple",
                    "Oak",
                    "Pecan",
                    "Poplar",
                    "Sycamore",
                    "Walnut",
                    "Willow",
                    "Yew");
    private static final List<String> KINDS = List.of("St", "Ave", "Rd", "Ln", "Ct", "Dr");

    private Names() {}

    static String given(RandomGenerator chance) {
        return pick(GIVEN, chance);
    }

    static String family(RandomGenerator chance) {
        return pick(FAMILY, chance);
    }

    static String street(RandomGenerator chance) {
        return (1 + chance.nextInt(9899)) + " " + pick(STREETS, chance) + " " + pick(KINDS, chance);
    }

    static <T> T pick(List<T> from, RandomGenerator chance) {
        return from.get(chance.nextInt(from.size()));
    }
}
