package be.quartier.journeys;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of those who live, buy and sell in the town keeps its promises. */
class EveryPageOfTheTownTests {

    @TestFactory
    Stream<DynamicTest> everyPageKeepsItsPromises() {
        return PageVisit.of(role -> !PageList.TOWN_HALL.contains(role));
    }
}
