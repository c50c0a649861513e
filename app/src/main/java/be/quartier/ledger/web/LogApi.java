package be.quartier.ledger.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.ledger.Merkle;
import be.quartier.ledger.SealedLog;
import be.quartier.ledger.SealedLog.Entry;
import be.quartier.ledger.SealedLog.State;
import be.quartier.ledger.Sealer;
import be.quartier.pages.Problem;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sealed log for programs: states, entries, tiles and proofs, enough to check every signed root from outside. */
@Controller
@RequestMapping("/api/v1/communes/{commune}/ledger/log")
class LogApi {

    private static final int STATES_MAX = 500;
    private static final int LEVEL_MAX = 7;

    private final SealedLog log;
    private final Sealer sealer;
    private final AuditTrail audit;

    LogApi(SealedLog log, Sealer sealer, AuditTrail audit) {
        this.log = log;
        this.sealer = sealer;
        this.audit = audit;
    }

    private record Signed(long size, String root, String at, String checkpoint) {}

    private record States(
            List<Signed> checkpoints, @Nullable Long next) {}

    private record Leaf(long index, @Nullable String entry) {}

    private record Entries(List<Leaf> entries, @Nullable Long next) {}

    /** The newest signed state, and the key that signs. */
    @GetMapping
    @Allows({Role.AUDITOR, Role.FINANCE})
    ResponseEntity<Object> newest(Commune commune) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("origin", Sealer.origin(commune.id()));
        body.put("verifier", sealer.verifier(commune.id()).toString());
        Optional<State> newest = log.newest();
        body.put("size", newest.map(State::size).orElse(0L));
        body.put("root", newest.map(State::root).orElseGet(() -> base64(Merkle.root(List.of()))));
        newest.ifPresent(state -> {
            body.put("checkpoint", state.note());
            body.put("at", state.at().toString());
        });
        return json(body);
    }

    /** Signed states, the shortest first. */
    @GetMapping("/checkpoints")
    @Allows({Role.AUDITOR, Role.FINANCE})
    ResponseEntity<Object> checkpoints(Commune commune, @RequestParam(name = "above", defaultValue = "0") long above) {
        List<State> states = log.states(above, STATES_MAX);
        return json(new States(
                states.stream()
                        .map(state -> new Signed(
                                state.size(), state.root(), state.at().toString(), state.note()))
                        .toList(),
                states.size() < STATES_MAX ? null : states.getLast().size()));
    }

    /** Entries as they read now. */
    @GetMapping("/entries")
    @Allows(Role.AUDITOR)
    ResponseEntity<Object> entries(
            Commune commune, Visitor visitor, @RequestParam(name = "from", defaultValue = "0") long from) {
        if (from < 0) {
            throw outOfRange().raised();
        }
        List<Entry> entries = log.entries(from);
        audit.record(Actor.of(visitor), "ledger.entries-read", "log:" + from);
        return json(new Entries(
                entries.stream()
                        .map(entry -> new Leaf(entry.index(), entry.text().orElse(null)))
                        .toList(),
                entries.size() < SealedLog.ENTRIES_MAX ? null : from + entries.size()));
    }

    /** The hashes of a tile: 256 at most, of leaves at level 0, of tiles of the level below elsewhere. */
    @GetMapping("/tiles/{level}/{index}")
    @Allows({Role.AUDITOR, Role.FINANCE})
    ResponseEntity<Object> tile(Commune commune, @PathVariable int level, @PathVariable long index) {
        List<byte[]> hashes = level < 0 || level > LEVEL_MAX ? List.of() : log.tile(level, index);
        if (hashes.isEmpty()) {
            throw Problem.notFound().raised();
        }
        return json(Map.of("level", level, "index", index, "hashes", base64(hashes)));
    }

    /** What leads from one entry to the root of a size. */
    @GetMapping("/inclusion")
    @Allows({Role.AUDITOR, Role.FINANCE})
    ResponseEntity<Object> inclusion(
            Commune commune, @RequestParam("index") long index, @RequestParam("size") long size) {
        return proof(size, () -> log.inclusion(index, size));
    }

    /** What shows that a shorter log is a beginning of a longer one. */
    @GetMapping("/consistency")
    @Allows({Role.AUDITOR, Role.FINANCE})
    ResponseEntity<Object> consistency(Commune commune, @RequestParam("from") long from, @RequestParam("to") long to) {
        return proof(to, () -> log.consistency(from, to));
    }

    private ResponseEntity<Object> proof(long size, Supplier<List<byte[]>> make) {
        if (log.newest().filter(state -> size <= state.size()).isEmpty()) {
            throw outOfRange().raised();
        }
        try {
            return json(Map.of("hashes", base64(make.get())));
        } catch (IllegalArgumentException outside) {
            throw outOfRange().raised();
        }
    }

    private static Problem outOfRange() {
        return Problem.of(422, "out-of-range", "ledger.api.out-of-range");
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(LogApi::base64).toList();
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
