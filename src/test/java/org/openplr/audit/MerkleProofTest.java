package org.openplr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree and its proofs, by the reference values of Certificate Transparency's own tests. */
class MerkleProofTest {
    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Hash::leaf)
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final String OF_0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private static final String OF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String OF_2_3 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String OF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String OF_4_5 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String OF_6_7 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String OF_4_TO_7 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String OF_0_TO_3 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";

    @Test
    void rootsAreTheReferenceOnes() {
        for (var size = 0; size < ROOTS.size(); size++)
            assertThat(MerkleProof.root(LEAVES.subList(0, size))).hasToString(ROOTS.get(size));
    }

    @Test
    void frontierGrowsFromWhereItWasKept() {
        for (var size = 0; size < LEAVES.size(); size++) {
            var grown = Frontier.empty();
            LEAVES.subList(0, size).forEach(grown::append);
            var kept = Frontier.parse(size, grown.text());

            kept.append(LEAVES.get(size));

            assertThat(kept.root()).hasToString(ROOTS.get(size + 1));
            assertThat(kept.size()).isEqualTo(size + 1L);
        }
    }

    @Test
    void inclusionProofsAreTheReferenceOnes() {
        assertThat(inclusion(1, 0)).isEmpty();
        assertThat(inclusion(8, 0)).containsExactly(OF_1, OF_2_3, OF_4_TO_7);
        assertThat(inclusion(8, 5)).containsExactly(OF_4, OF_6_7, OF_0_TO_3);
        assertThat(inclusion(3, 2)).containsExactly(ROOTS.get(2));
        assertThat(inclusion(5, 1)).containsExactly(OF_0, OF_2_3, OF_4);
    }

    @Test
    void consistencyProofsAreTheReferenceOnes() {
        assertThat(consistency(1, 1)).isEmpty();
        assertThat(consistency(1, 8)).containsExactly(OF_1, OF_2_3, OF_4_TO_7);
        assertThat(consistency(6, 8)).containsExactly(OF_4_5, OF_6_7, OF_0_TO_3);
        assertThat(consistency(2, 5)).containsExactly(OF_2_3, OF_4);
    }

    @Test
    void everyInclusionProofHoldsForItsLeafOnly() {
        var leaves = manyLeaves();
        for (var size = 1; size <= leaves.size(); size++) {
            var tree = leaves.subList(0, size);
            var root = MerkleProof.root(tree);
            for (var index = 0; index < size; index++) {
                var proof = MerkleProof.ofInclusion(tree, index);

                assertThat(proof.includes(leaves.get(index), index, size, root)).isTrue();
                assertThat(proof.includes(Hash.leaf(new byte[] {9}), index, size, root))
                        .isFalse();
                assertThat(proof.includes(leaves.get(index), index, size, Hash.of()))
                        .isFalse();
                assertThat(size > 1 && proof.includes(leaves.get(index), (index + 1) % size, size, root))
                        .isFalse();
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsForItsTreesOnly() {
        var leaves = manyLeaves();
        for (var later = 1; later <= leaves.size(); later++) {
            for (var earlier = 1; earlier <= later; earlier++) {
                var proof = MerkleProof.ofConsistency(leaves.subList(0, later), earlier);
                var earlierRoot = MerkleProof.root(leaves.subList(0, earlier));
                var laterRoot = MerkleProof.root(leaves.subList(0, later));

                assertThat(proof.extendsTree(earlier, earlierRoot, later, laterRoot))
                        .isTrue();
                assertThat(proof.extendsTree(earlier, Hash.of(), later, laterRoot))
                        .isFalse();
                assertThat(proof.extendsTree(earlier, earlierRoot, later, Hash.of()))
                        .isFalse();
            }
        }
    }

    private static List<Hash> manyLeaves() {
        return IntStream.range(0, 33)
                .mapToObj(i -> Hash.leaf(new byte[] {1, (byte) i}))
                .toList();
    }

    private static List<String> inclusion(int size, int index) {
        return texts(MerkleProof.ofInclusion(LEAVES.subList(0, size), index));
    }

    private static List<String> consistency(int earlier, int later) {
        return texts(MerkleProof.ofConsistency(LEAVES.subList(0, later), earlier));
    }

    private static List<String> texts(MerkleProof proof) {
        return proof.path().stream().map(Hash::toString).toList();
    }
}
