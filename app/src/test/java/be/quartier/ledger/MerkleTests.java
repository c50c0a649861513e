package be.quartier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.SignedNote.Signer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The Merkle log against the vectors of Certificate Transparency's reference tests. */
class MerkleTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(hex -> Merkle.leaf(HEX.parseHex(hex)))
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

    @Test
    void rootsAreThoseOfTheReference() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(HEX.formatHex(Merkle.root(LEAVES.subList(0, size)))).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void proofsAreThoseOfTheReference() {
        assertThat(hex(Merkle.inclusionProof(0, LEAVES)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(Merkle.consistencyProof(6, LEAVES)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyInclusionIsProvenAndNoOtherLeafIs() {
        List<byte[]> leaves = leaves(130);
        for (int size = 1; size <= leaves.size(); size += size < 20 ? 1 : 11) {
            List<byte[]> tree = leaves.subList(0, size);
            byte[] root = Merkle.root(tree);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Merkle.inclusionProof(index, tree);
                assertThat(Merkle.includes(root, size, index, tree.get(index), proof))
                        .isTrue();
                assertThat(Merkle.includes(root, size, index, leaves.get((index + 1) % 130), proof))
                        .isFalse();
                assertThat(Merkle.includes(root, size, size, tree.get(index), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void everyOlderTreeIsProvenToBeABeginning() {
        List<byte[]> leaves = leaves(70);
        for (int newer = 1; newer <= leaves.size(); newer++) {
            byte[] newerRoot = Merkle.root(leaves.subList(0, newer));
            for (int older = 1; older <= newer; older++) {
                byte[] olderRoot = Merkle.root(leaves.subList(0, older));
                List<byte[]> proof = Merkle.consistencyProof(older, leaves.subList(0, newer));
                assertThat(Merkle.consistent(older, olderRoot, newer, newerRoot, proof))
                        .isTrue();
                assertThat(Merkle.consistent(older, leaves.getFirst(), newer, newerRoot, proof))
                        .as("%s in %s", older, newer)
                        .isEqualTo(older == 1);
            }
        }
    }

    @Test
    void tilesGiveTheRootOfTheWholeTreeHoweverLeavesArrive() {
        SplittableRandom random = new SplittableRandom(7);
        List<byte[]> leaves = leaves(70_000);
        Map<String, byte[]> kept = new HashMap<>();
        int size = 0;
        while (size < leaves.size()) {
            int next = Math.min(leaves.size(), size + 1 + random.nextInt(size < 600 ? 40 : 9_000));
            MerkleLog log = new MerkleLog((level, index) -> kept.getOrDefault(level + "/" + index, new byte[0]), size);
            log.append(leaves.subList(size, next));
            log.keep((level, index, hashes) -> kept.put(level + "/" + index, hashes));
            size = next;
            assertThat(log.size()).isEqualTo(size);
            assertThat(log.root()).as("size %s", size).isEqualTo(Merkle.root(leaves.subList(0, size)));
        }
        assertThat(kept.keySet()).contains("0/0", "1/0", "1/1", "2/0").doesNotContain("3/0");
    }

    @Test
    void tilePathsAreWrittenAsTheSpecificationSays() {
        assertThat(new TilePath(0, 0, 256)).hasToString("tile/0/000");
        assertThat(new TilePath(1, 273, 16)).hasToString("tile/1/273.p/16");
        assertThat(new TilePath(0, 1_234_067, 256)).hasToString("tile/0/x001/x234/067");
    }

    @Test
    void aCheckpointIsOpenedOnlyByTheKeyThatSignedIt() {
        Signer signer = new Signer("quartier.example/val-sur-senne", new byte[32]);
        byte[] otherSeed = new byte[32];
        otherSeed[0] = 1;
        Signer other = new Signer("quartier.example/val-sur-senne", otherSeed);
        Checkpoint checkpoint = Checkpoint.of("quartier.example/val-sur-senne", 8, Merkle.root(LEAVES));
        String note = checkpoint.signed(signer);
        assertThat(note.lines().toList())
                .startsWith("quartier.example/val-sur-senne", "8", checkpoint.root())
                .hasSize(5);
        assertThat(Checkpoint.open(note, signer.verifier())).contains(checkpoint);
        assertThat(Checkpoint.open(note, other.verifier())).isEmpty();
        assertThat(Checkpoint.open(note.replace("\n8\n", "\n9\n"), signer.verifier()))
                .isEmpty();
        assertThat(new Signer("quartier.example/val-sur-senne", new byte[32]).verifier())
                .hasToString(signer.verifier().toString());
    }

    @Test
    void anEd25519KeyMadeFromASeedIsTheOneOfRfc8032() {
        Signer signer =
                new Signer("rfc8032", HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        byte[] encoded = signer.verifier().key().getEncoded();
        assertThat(HEX.formatHex(encoded)).endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            leaves.add(Merkle.leaf(("entry " + at).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
