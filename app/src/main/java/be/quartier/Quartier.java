package be.quartier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class Quartier {

    /** Entry point of the packaged application. */
    public static void main(String[] args) {
        SpringApplication.run(Quartier.class, args);
    }
}
