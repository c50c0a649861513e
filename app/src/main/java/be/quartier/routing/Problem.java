package be.quartier.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A day to plan.
 *
 * @param depot where trips begin and end
 * @param stops the doors, known by their place in this list
 * @param vehicles the fleet, known by its place in this list
 * @param travels one table for each way of moving, all over the same locations
 * @param weights what counts
 */
public record Problem(Depot depot, List<Stop> stops, List<Vehicle> vehicles, List<Travel> travels, Weights weights) {

    /**
     * Refuses with {@link IllegalArgumentException} what names a location, matrix, vehicle or stop that is not there, a stop
     * decided for two vehicles, more than 20,000 stops and costs too large to add up.
     */
    public Problem {
        stops = List.copyOf(stops);
        vehicles = List.copyOf(vehicles);
        travels = List.copyOf(travels);
        Limits.within("the number of stops", stops.size(), 0, Limits.STOPS);
        Limits.within("the number of vehicles", vehicles.size(), 1, Limits.STOPS);
        Limits.within("the number of travel tables", travels.size(), 1, Limits.STOPS);
        int locations = travels.getFirst().size();
        for (Travel travel : travels) {
            Limits.within("the size of a travel table", travel.size(), locations, locations);
        }
        Limits.within("the depot's location", depot.location(), 0, locations - 1L);
        for (Stop stop : stops) {
            Limits.within("a stop's location", stop.location(), 0, locations - 1L);
            int fleet = vehicles.size();
            stop.onlyVehicle().ifPresent(vehicle -> Limits.within("a stop's vehicle", vehicle, 0, fleet - 1L));
        }
        Set<Integer> begun = new HashSet<>();
        for (Vehicle vehicle : vehicles) {
            Limits.within("a vehicle's travel table", vehicle.travel(), 0, travels.size() - 1L);
            int places = locations;
            vehicle.startsAt().ifPresent(place -> Limits.within("a vehicle's location", place, 0, places - 1L));
            for (int stop : vehicle.begun()) {
                Limits.within("a stop already begun", stop, Vehicle.DEPOT, stops.size() - 1L);
                if (stop != Vehicle.DEPOT && !begun.add(stop)) {
                    throw new IllegalArgumentException("stop " + stop + " is decided already twice");
                }
            }
        }
    }

    /** The table this vehicle moves by. */
    public Travel travel(int vehicle) {
        return travels.get(vehicles.get(vehicle).travel());
    }
}
