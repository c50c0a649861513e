package be.quartier.routing;

import java.util.Optional;

/** What is said of vehicles, as arrays by vehicle. */
final class Shifts {

    final int[] from;
    final int[] until;
    final int[] grams;
    final int[] millilitres;
    final int[] tripsMost;
    final long[] usedCost;
    final boolean[] rests;
    final int[] restFrom;
    final int[] restUntil;
    final int[] restSeconds;
    final boolean[] onTheRoad;
    final int loading;
    final int open;
    final int[][][] effort;
    final long perKilogramKilometre;
    final long perSecondLate;
    final boolean pickups;
    final boolean litres;
    final boolean several;

    Shifts(Model m) {
        int v = m.vehicles;
        from = new int[v];
        until = new int[v];
        grams = new int[v];
        millilitres = new int[v];
        tripsMost = new int[v];
        usedCost = new long[v];
        rests = new boolean[v];
        restFrom = new int[v];
        restUntil = new int[v];
        restSeconds = new int[v];
        onTheRoad = new boolean[v];
        Depot depot = m.problem.depot();
        loading = depot.loadingSeconds();
        open = depot.open().from();
        for (int r = 0; r < v; r++) {
            Vehicle vehicle = m.problem.vehicles().get(r);
            from[r] = vehicle.shift().from();
            until[r] = Math.min(vehicle.shift().until(), depot.open().until());
            grams[r] = vehicle.capacity().grams();
            millilitres[r] = vehicle.capacity().millilitres();
            tripsMost[r] = vehicle.tripsMost();
            usedCost[r] = vehicle.usedCost();
            onTheRoad[r] = vehicle.startsAt().isPresent();
            Optional<Rest> rest = vehicle.rest();
            rests[r] = rest.isPresent();
            restFrom[r] = rest.map(pause -> pause.begins().from()).orElse(0);
            restUntil[r] = rest.map(pause -> pause.begins().until()).orElse(0);
            restSeconds[r] = rest.map(Rest::seconds).orElse(0);
        }
        perKilogramKilometre = m.effort ? m.problem.weights().perKilogramKilometre() : 0;
        perSecondLate = m.lateness ? m.problem.weights().perSecondLate() : 0;
        effort = new int[m.types][][];
        for (int type = 0; type < (m.effort ? m.types : 0); type++) {
            effort[type] = m.effortTable(type);
        }
        pickups = m.problem.stops().stream().anyMatch(stop -> !stop.pickup().equals(Load.NONE));
        litres = m.problem.stops().stream()
                .anyMatch(stop ->
                        stop.delivery().millilitres() > 0 || stop.pickup().millilitres() > 0);
        several = m.problem.vehicles().stream().anyMatch(vehicle -> vehicle.tripsMost() > 1);
    }
}
