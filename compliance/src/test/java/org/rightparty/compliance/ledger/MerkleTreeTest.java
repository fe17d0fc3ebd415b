package org.rightparty.compliance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The tree against the vectors of Certificate Transparency, against the RFC's own recursive
/// definition, and against somebody else's verifier.
final class MerkleTreeTest {
    private static final List<String> INPUTS =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    leaves | root
                    0 | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                    1 | 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
                    2 | fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
                    3 | aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
                    4 | d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
                    5 | 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
                    6 | 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
                    7 | ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
                    8 | 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
                    """)
    void has_the_roots_of_the_known_vectors(int leaves, String root) {
        Frontier frontier = new Frontier();
        Tiles.Builder builder = new Tiles.Builder(_ -> {});
        for (String input : INPUTS.subList(0, leaves)) {
            byte[] hash = MerkleTree.leafHash(HexFormat.of().parseHex(input));
            frontier.add(hash);
            builder.add(hash);
        }
        assertThat(hex(frontier.root())).isEqualTo(root);
        assertThat(hex(builder.root())).isEqualTo(root);
    }

    @Test
    void every_proof_of_every_small_tree_leads_to_the_root_and_no_other_does() throws Exception {
        for (int size = 1; size <= 40; size++) {
            Grown tree = new Grown(size);
            byte[] root = tree.recursive(0, size);
            assertThat(MerkleTree.root(tree.nodes(), size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = MerkleTree.inclusionProof(tree.nodes(), index, size);
                byte[] leaf = tree.leaves.get(index);
                assertThat(MerkleTree.includes(leaf, index, size, proof, root)).isTrue();
                InclusionProofVerifier.verify(leaf, index, size, proof, root);
                refusesHostile(leaf, index, size, proof, root);
            }
        }
    }

    private static void refusesHostile(
            byte[] leaf, int index, int size, List<byte[]> proof, byte[] root) {
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(root);
        assertThat(MerkleTree.includes(leaf, index, size, longer, root)).isFalse();
        assertThat(MerkleTree.includes(leaf, index, size, List.of(new byte[31]), root)).isFalse();
        assertThat(MerkleTree.includes(leaf, -1, size, proof, root)).isFalse();
        assertThat(MerkleTree.includes(leaf, size, size, proof, root)).isFalse();
        assertThat(MerkleTree.includes(root, index, size, proof, leaf)).isEqualTo(size == 1);
        if (!proof.isEmpty()) {
            List<byte[]> shorter = proof.subList(0, proof.size() - 1);
            assertThat(MerkleTree.includes(leaf, index, size, shorter, root)).isFalse();
            assertThatThrownBy(
                            () -> InclusionProofVerifier.verify(leaf, index, size, shorter, root))
                    .isInstanceOf(InclusionProofVerificationException.class);
            assertThat(MerkleTree.includes(leaf, index ^ 1, size, proof, root)).isFalse();
        }
    }

    @Test
    void every_tree_is_the_beginning_of_every_larger_one_and_of_no_other() {
        Grown tree = new Grown(33);
        for (int newer = 0; newer <= 33; newer++) {
            for (int older = 0; older <= newer; older++) {
                byte[] a = MerkleTree.root(tree.nodes(), older);
                byte[] b = MerkleTree.root(tree.nodes(), newer);
                List<byte[]> proof = MerkleTree.consistencyProof(tree.nodes(), older, newer);
                assertThat(MerkleTree.consistent(older, a, newer, b, proof)).isTrue();
                if (older > 0 && older < newer) {
                    byte[] other = MerkleTree.nodeHash(a, a);
                    assertThat(MerkleTree.consistent(older, other, newer, b, proof)).isFalse();
                    assertThat(MerkleTree.consistent(older, a, newer, other, proof)).isFalse();
                    assertThat(MerkleTree.consistent(older, a, newer, b, List.of())).isFalse();
                    List<byte[]> longer = new ArrayList<>(proof);
                    longer.add(a);
                    assertThat(MerkleTree.consistent(older, a, newer, b, longer)).isFalse();
                }
            }
        }
    }

    @Test
    void tiles_give_the_same_tree_wherever_building_was_resumed() {
        Random chance = new Random(1);
        Map<String, byte[]> kept = new HashMap<>();
        List<byte[]> leaves = new ArrayList<>();
        Tiles.Source source = source(kept, leaves);
        Frontier frontier = new Frontier();
        Tiles.Builder builder = new Tiles.Builder(tile -> keep(kept, tile));
        for (int i = 0; i < 70_000; i++) {
            byte[] leaf = MerkleTree.leafHash(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            leaves.add(leaf);
            frontier.add(leaf);
            builder.add(leaf);
            if (chance.nextInt(5_000) == 0 || i == 65_535 || i == 255) {
                builder = Tiles.Builder.resume(i + 1, source, tile -> keep(kept, tile));
                assertThat(builder.root()).isEqualTo(frontier.root());
            }
        }
        Tiles tiles = new Tiles(source);
        assertThat(MerkleTree.root(tiles, 70_000)).isEqualTo(frontier.root());
        for (int i = 0; i < 200; i++) {
            int index = chance.nextInt(70_000);
            assertThat(
                            MerkleTree.includes(
                                    leaves.get(index),
                                    index,
                                    70_000,
                                    MerkleTree.inclusionProof(tiles, index, 70_000),
                                    frontier.root()))
                    .isTrue();
        }
    }

    private static void keep(Map<String, byte[]> kept, Tiles.Tile tile) {
        assertThat(kept.put(tile.level() + "/" + tile.index(), tile.hashes())).isNull();
    }

    private static Tiles.Source source(Map<String, byte[]> kept, List<byte[]> leaves) {
        return new Tiles.Source() {
            @Override
            public byte[] hashes(int level, long index, int width) {
                byte[] full = kept.get(level + "/" + index);
                if (full != null) {
                    return full;
                }
                byte[] part = new byte[width * MerkleTree.HASH_BYTES];
                for (int i = 0; i < width; i++) {
                    long at = index * Tiles.WIDTH + i;
                    byte[] hash =
                            level == 0
                                    ? leaves.get((int) at)
                                    : Tiles.root(hashes(level - 1, at, Tiles.WIDTH));
                    System.arraycopy(
                            hash, 0, part, i * MerkleTree.HASH_BYTES, MerkleTree.HASH_BYTES);
                }
                return part;
            }
        };
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /// A tree with the RFC's recursive definition beside it.
    private static final class Grown {
        final List<byte[]> leaves = new ArrayList<>();

        Grown(int size) {
            for (int i = 0; i < size; i++) {
                leaves.add(MerkleTree.leafHash(new byte[] {(byte) i}));
            }
        }

        MerkleTree.Nodes nodes() {
            return (level, index) ->
                    recursive((int) (index << level), (int) ((index + 1) << level));
        }

        byte[] recursive(int from, int to) {
            if (to - from == 0) {
                return MerkleTree.emptyRoot();
            }
            if (to - from == 1) {
                return leaves.get(from);
            }
            int k = 1;
            while (k * 2 < to - from) {
                k *= 2;
            }
            return MerkleTree.nodeHash(recursive(from, from + k), recursive(from + k, to));
        }
    }
}
