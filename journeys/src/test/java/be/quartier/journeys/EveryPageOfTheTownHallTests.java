package be.quartier.journeys;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of those who work for the town hall or the region keeps its promises. */
class EveryPageOfTheTownHallTests {

    @TestFactory
    Stream<DynamicTest> everyPageKeepsItsPromises() {
        return PageVisit.of(role -> PageList.TOWN_HALL.contains(role));
    }
}
