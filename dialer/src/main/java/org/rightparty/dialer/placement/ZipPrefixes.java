package org.rightparty.dialer.placement;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The states that the first three digits of a ZIP code belong to, as the postal service hands them
/// out. Prefixes that cross a border carry both states; one that is not handed out carries none.
public final class ZipPrefixes implements PostalRegions {
    private static final String TABLE =
            """
            NY 005 063 100-149,PR 006 007 009,VI 008,MA 010-027 055,RI 028 029,NH 030-038,
            ME 039-049,VT 050-054 056-059,CT 060-069,NJ 070-089,AE 090-098,PA 150-196,DE 197-199,
            DC 200 202-205 569,MD 205-219,VA 201 220-246 376,WV 247-268,NC 270-289,SC 290-299,
            GA 300-319 398 399,FL 320-349,AA 340,AL 350-369,TN 370-385,MS 386-397,KY 400-427,
            OH 430-459,IN 460-479,MI 480-499,IA 500-528,WI 530-549,MN 550-567,SD 570-577 692,
            ND 580-588,MT 590-599,IL 600-629,MO 630-658,KS 660-679,NE 680-693 577,LA 700-714,
            AR 716-729 755,OK 730-732 734-749,TX 733 750-799 885,CO 800-816,WY 820-831 834 577,
            ID 832-838,UT 840-847 865,AZ 850-865 873,NM 865 870-884,NV 889-898 961,CA 900-961 894,
            AP 962-966,HI 967 968,AS 967,GU 969,MP 969,OR 970-979,WA 980-994,CA 976,AK 995-999\
            """;

    private final Map<String, Set<String>> states = new HashMap<>();

    public ZipPrefixes() {
        for (String entry : TABLE.split(",")) {
            String[] words = entry.strip().split(" ");
            for (int i = 1; i < words.length; i++) {
                String[] ends = words[i].split("-");
                int last = Integer.parseInt(ends[ends.length - 1]);
                for (int prefix = Integer.parseInt(ends[0]); prefix <= last; prefix++) {
                    states.computeIfAbsent("%03d".formatted(prefix), key -> new TreeSet<>())
                            .add(words[0]);
                }
            }
        }
    }

    @Override
    public Set<String> of(String zip) {
        return states.getOrDefault(zip.substring(0, 3), Set.of());
    }
}
